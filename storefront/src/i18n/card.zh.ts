/** Words of saved cards. */
export const cardZh = {
  card: {
    tab: "银行卡",
    empty: "还没有保存银行卡",
    empty_text: "结算时选银行卡付款，勾选“保存这张卡”，付款成功后就在这里。",
    name: "{{brand}} 尾号 {{last4}}",
    until: "有效期至 {{year}} 年 {{month}} 月",
    expired: "已过期（{{year}} 年 {{month}} 月）",
    remove: "移除",
    remove_of: "移除 {{brand}} 尾号 {{last4}}",
    where: "完整卡号只在支付机构 Stripe，本店看不到。用已保存的卡付款时，银行仍可能请您验证。",
    choose: "用哪张卡付",
    another: "另一张卡、支付宝或微信支付",
    save: "保存这张卡，下次直接付",
    save_hint:
      "卡保存在 Stripe，付款成功后才保存；随时可以在“我的 · 银行卡”里移除。只适用于银行卡。",
    gone: "这张卡已不能用，请另选一张，或换一种付款方式。",
    no_script: "浏览器没有脚本时，银行要求验证的卡付不了。",
    brand_visa: "Visa",
    brand_mastercard: "Mastercard",
    brand_unionpay: "银联",
    brand_amex: "American Express",
    brand_jcb: "JCB",
    brand_unknown: "银行卡",
  },
};
