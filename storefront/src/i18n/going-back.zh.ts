/** Words of goods and money that go back. */
export const goingBackZh = {
  going_back: {
    title: "售后与冲回",
    requested: "退货申请中 × {{count}}",
    requested_text: "申请已经收到。商品退回后，由平台按原路退款。",
    returned: "已退回 × {{count}}",
    reversals: "冲回了谁的入账，由谁承担",
    row: "{{date}} · {{household}}",
    cause_buyer: "买家退货",
    cause_quality: "质量问题",
    cause_freight: "运输损坏",
    cause_platform: "平台原因",
    cause_fraud: "冒充产地",
    cause_edit: "订单修改",
    cause_cancelled: "售后取消",
    borne_household: "冲减这户的入账",
    borne_cooperative: "已打款的不追回，由合作社承担",
    borne_loss_pool: "不减农户，由平台损失池承担",
    back_household: "退回这户的入账",
    back_cooperative: "退回合作社",
    back_loss_pool: "退回平台损失池",
  },
} as const;
