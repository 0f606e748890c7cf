/** Tells whoever listens that an index's goods have changed, at the commit that changes them. */

/** The channel; what it says is only that something changed. */
export const SHELF_TOLD = "yigou_shelf";

/** SQL for the triggers. */
export function toldTriggers(places: readonly number[]): string[] {
  return [
    `create or replace function search_told() returns trigger language plpgsql as $$
     begin
       perform pg_notify('${SHELF_TOLD}', '');
       return null;
     end $$;`,
    ...places.map(
      (place) => `create or replace trigger search_good_${place}_told
       after insert or update or delete or truncate on search_good_${place}
       for each statement execute function search_told();`,
    ),
    `create or replace trigger search_place_told after insert or update or delete on search_place
     for each statement execute function search_told();`,
  ];
}
