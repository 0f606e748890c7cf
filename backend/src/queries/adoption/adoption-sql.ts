/** SQL of an offer `a` as everybody may read it. */

/** Terms and news, the newest first. */
export const ADOPTION = `jsonb_build_object('kind', a.kind, 'season', a.season,
  'harvest_from', to_char(a.harvest_from, 'YYYY-MM-DD'), 'harvest_to', to_char(a.harvest_to, 'YYYY-MM-DD'),
  'yield_text', a.yield_text, 'yield_g', a.yield_g, 'trees', a.trees, 'alias', a.alias,
  'updates', coalesce((select jsonb_agg(jsonb_build_object('at', to_json(u.created_at), 'text', u.text,
    'picture', u.picture) order by u.created_at desc, u.id desc) from (
      select * from adoption_update n where n.product_id = a.product_id order by n.created_at desc, n.id desc limit 50
    ) u), '[]'))`;
