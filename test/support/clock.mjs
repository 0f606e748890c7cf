/** Loaded into a backend under test: its clock steps when the test says so, everything else goes on. */
const RealDate = globalThis.Date;
let shift_ms = 0;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift_ms);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shift_ms;
  }
};

process.on("message", (message) => {
  if (typeof message?.clock_shift_ms === "number") shift_ms = message.clock_shift_ms;
});
process.channel?.unref();
