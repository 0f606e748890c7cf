/** Whether the storefront's own server answers. */
export function loader() {
  return Response.json({ ok: true });
}
