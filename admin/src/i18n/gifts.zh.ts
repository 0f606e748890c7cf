/** Words of gifts with a box for each recipient, in Chinese. */
export const giftsZh = {
  gifts: {
    title: "礼品收件人（{{n}} 人）",
    note: "每人一箱，各自发货、各自签收。礼品单不印价格。",
    person: "收件人",
    goods: "箱内",
    state: "状态",
    states: { to_ship: "待发货", shipped: "已发货", delivered: "已送达", canceled: "已取消" },
    ship: "发这一箱",
    shipTitle: "发给 {{name}}",
    deliver: "已送达",
    slips: "打印礼品单",
    card: "贺卡：{{text}}",
    from: "{{name}} 赠",
    hidden: "付款后显示收件人",
    line: "{{title}} {{variant}} × {{n}}",
  },
} as const;
