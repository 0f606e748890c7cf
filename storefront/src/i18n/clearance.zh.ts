/** Words of clearance offers. */
export const clearanceZh = {
  clearance: {
    title: "清仓助农",
    lead: "集中上市、连日阴雨，熟了的货等不得。按清仓价买，扣掉包装运费和服务费，其余照样记到农户。",
    tag: "清仓",
    usual: "平时 {{amount}}",
    until: "到 {{date}} 为止",
    left_other: "还剩 {{count}} 份",
    reaches: "每份仍有 {{amount}} 到农户",
    empty: "现在没有清仓的货",
    empty_text: "有滞销的时候，会在这里写明原因、份数和最后一天。",
    home_text: "清仓价，卖完即止",
    sold_out: "清仓特价的份数不够了。请减少数量，或刷新看最新价格。",
    sold_out_left: "清仓特价只剩 {{count}} 份了。请减少数量，或刷新看最新价格。",
  },
};
