/** Pick-up points of the demonstration; a keeper's link is made when the operator opens a point. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { PickupPointBody } from "../../../contract/pickup";
import { openPointWorkflow } from "../../../workflows/pickup/open-point";
import type { Progress } from "./progress";

const points: readonly PickupPointBody[] = [
  {
    kind: "township",
    name: "大塘埠供销社自提点",
    division_code: "360722101000",
    province: "江西省",
    city: "赣州市",
    county: "信丰县",
    street: "大塘埠镇圩上 12 号",
    hours: "每天 8:30 至 19:00",
    phone: "0797-1000 0101",
  },
  {
    kind: "village",
    name: "龙潭村邮站",
    division_code: "350923203000",
    province: "福建省",
    city: "宁德市",
    county: "屏南县",
    street: "熙岭乡龙潭村口",
    hours: "每天 9:00 至 17:30",
    phone: "0593-1000 0102",
  },
  {
    kind: "city",
    name: "美林社区自提点",
    division_code: "350583000000",
    province: "福建省",
    city: "泉州市",
    county: "南安市",
    street: "美林街道江北大道 9 号",
    hours: "每天 8:00 至 21:00",
    phone: "0595-1000 0103",
  },
];

/** Opens what is not open yet. */
export async function loadPickupPoints(container: MedusaContainer, say: Progress): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { name: string }[] }>(`select name from pickup_point`);
  const known = new Set(rows.map((row) => row.name));
  for (const [at, point] of points.entries()) {
    if (!known.has(point.name)) await openPointWorkflow(container).run({ input: point });
    say(at + 1, points.length);
  }
}
