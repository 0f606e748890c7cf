/**
 * What browser stories get in place of Stripe's own script, which no test may load: the calls that the shop
 * makes, a form for the card, and the page of the bank. It speaks to the double, never to Stripe.
 */

/** The script, as the browser gets it. */
export const stripeScript = `
(() => {
  const API = "https://api.stripe.com";
  const post = async (path, fields) => {
    const reply = await fetch(API + path, { method: "POST", body: new URLSearchParams(fields) });
    return reply.json();
  };
  const field = (name, label) => {
    const line = document.createElement("label");
    line.textContent = label + " ";
    const input = document.createElement("input");
    input.setAttribute("data-double", name);
    line.append(input);
    return line;
  };
  const elements = (options) => {
    let place = null;
    let type = "card";
    const element = {
      mount(target) {
        place = typeof target === "string" ? document.querySelector(target) : target;
        place.replaceChildren();
        for (const method of options.paymentMethodTypes ?? ["card"]) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = { card: "Card 银行卡", alipay: "Alipay 支付宝", wechat_pay: "WeChat Pay 微信支付" }[method] ?? method;
          button.onclick = () => { type = method; };
          place.append(button);
        }
        place.append(field("number", "Card number 卡号"));
        listeners.ready?.();
      },
      on(event, listener) { listeners[event] = listener; return element; },
      unmount() { place?.replaceChildren(); },
      destroy() { place?.replaceChildren(); },
      update() {},
    };
    const listeners = {};
    return {
      create: () => element,
      getElement: () => element,
      update() {},
      submit: async () => ({ selectedPaymentMethod: type }),
      fields: () => ({
        "payment_method_data[type]": type,
        ...(type === "card"
          ? { "payment_method_data[card][number]": place.querySelector("[data-double=number]").value }
          : {}),
      }),
    };
  };
  const challenged = (secret) => new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "Bank 银行");
    for (const [ending, words] of [["succeed", "Complete 完成验证"], ["fail", "Fail 验证失败"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.onclick = async () => {
        const intent = await post("/page/ending", { client_secret: secret, ending });
        dialog.remove();
        resolve(intent.last_payment_error ? { error: intent.last_payment_error } : { paymentIntent: intent });
      };
      dialog.append(button);
    }
    document.body.append(dialog);
    dialog.showModal();
  });
  window.Stripe = () => ({
    _registerWrapper() {},
    registerAppInfo() {},
    elements,
    createConfirmationToken: async ({ elements }) => {
      const made = await post("/v1/confirmation_tokens", elements.fields());
      return made.error ? { error: made.error } : { confirmationToken: made };
    },
    handleNextAction: async ({ clientSecret }) => {
      const reply = await fetch(API + "/page/intent?client_secret=" + encodeURIComponent(clientSecret));
      const intent = await reply.json();
      const back = intent.next_action?.redirect_to_url?.return_url;
      if (intent.status === "requires_action" && back) {
        location.assign("https://hooks.stripe.com/page/wallet?" + new URLSearchParams({ client_secret: clientSecret, return_url: back }));
        return new Promise(() => {});
      }
      return intent.status === "requires_action" ? challenged(clientSecret) : { paymentIntent: intent };
    },
  });
  window.Stripe.version = "double";
})();
`;
