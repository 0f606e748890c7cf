/** The last lines of a start: where to go, and as whom. */
import type { Urls } from "./environment";
import type { Demo } from "./state";

const TITLES: Record<string, string> = {
  buyer: "Buyer 消费者",
  work_unit: "Work unit 单位",
  cooperative: "Cooperative 合作社",
  cooperative_other: "Another cooperative 另一合作社",
  village_cadre: "Village cadre 村干部",
  county_official: "County official 县级干部",
  operator: "Operator 平台运营",
};

/** Prints addresses and, when there are any, the demonstration logins. */
export function welcome(urls: Urls, demo: Demo | undefined): void {
  const lines = [
    "",
    "Yigou is open. 以购已开张。",
    "",
    `  Shop 商城               ${urls.storefront}`,
    `  Panel 工作台            ${urls.admin}`,
    `  Dashboard 运营后台      ${urls.backend}/app`,
    "",
  ];
  if (demo) {
    lines.push("  Demonstration logins 演示账号:");
    for (const [name, { email, password, division_code }] of Object.entries(demo.accounts)) {
      const place = division_code ? `  (${division_code})` : "";
      lines.push(`    ${email}  ${password}  ${TITLES[name] ?? name}${place}`);
    }
    lines.push("");
  }
  lines.push("  Ctrl-C stops everything.", "");
  console.log(lines.join("\n"));
}
