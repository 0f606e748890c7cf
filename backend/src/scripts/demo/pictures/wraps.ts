/** Pouches, tins, trays, sacks, paper and frames. */
import { shadow, TABLE_Y } from "./grounds";
import { box, darker, dot, lighter, line, mix, oval, place, shape } from "./ink";
import { label, SERIF, words, type Draw } from "./label";

export const pouch: Draw = (subject, text) => {
  const kraft = mix("#d9bd92", subject.tint, 0.2);
  return (
    shadow(400, TABLE_Y + 46, 210, subject.tint) +
    shape("M262 120h276l20 352q4 30-26 30H268q-30 0-26-30z", kraft) +
    shape("M498 120h40l20 352q4 30-26 30h-40z", darker(kraft, 0.12)) +
    box(258, 92, 284, 40, 6, darker(kraft, 0.1)) +
    line("M262 118h276", darker(kraft, 0.3), 3) +
    [280, 320, 360, 400, 440, 480, 520]
      .map((x) => line(`M${String(x)} 98v10`, darker(kraft, 0.24), 2))
      .join("") +
    label(subject, text, 392, 166, 242, 250) +
    words(392, 456, 16, "以购 · 一份在账，户户可查", darker(kraft, 0.55))
  );
};

export const tin: Draw = (subject, text) => {
  const metal = mix(subject.symbol.accent, "#20241d", 0.22);
  return (
    shadow(400, TABLE_Y + 48, 180, subject.tint) +
    box(276, 176, 248, 322, 12, metal) +
    oval(400, 498, 124, 15, darker(metal, 0.2)) +
    shape(
      "M486 176h26a12 12 0 0 1 12 12v310q-20 10-46 13c8-100 12-230 8-335z",
      darker(metal, 0.22),
    ) +
    box(268, 116, 264, 74, 12, lighter(metal, 0.12)) +
    oval(400, 118, 132, 17, lighter(metal, 0.28)) +
    line("M270 184h260", darker(metal, 0.4), 4) +
    label(subject, text, 400, 214, 212, 244)
  );
};

export const tray: Draw = (subject, text) => {
  const pulp = "#b9b09c";
  const rows = [0, 1]
    .flatMap((row) =>
      [0, 1, 2, 3, 4].map((at) =>
        place(
          232 + at * 84 + row * 8,
          300 + row * 62,
          0.78,
          at * 6 - 12,
          (subject.symbol.piece ?? subject.symbol.draw)(),
        ),
      ),
    )
    .join("");
  return (
    shadow(400, TABLE_Y + 42, 300, subject.tint) +
    shape("M150 330h500l36 150q4 22-20 22H134q-24 0-20-22z", pulp) +
    rows +
    shape("M128 396h544l14 84q4 22-20 22H134q-24 0-20-22z", darker(pulp, 0.14)) +
    [0, 1, 2, 3, 4, 5]
      .map((at) => shape(`M${String(140 + at * 90)} 396q35 42 70 0z`, darker(pulp, 0.34)))
      .join("") +
    label(subject, text, 400, 54, 250, 214)
  );
};

export const sack: Draw = (subject, text) => {
  const linen = mix("#efe4c8", subject.tint, 0.25);
  return (
    shadow(400, TABLE_Y + 46, 220, subject.tint) +
    shape(
      "M330 150c-70 60-112 180-104 290 4 50 30 62 174 62s170-12 174-62c8-110-34-230-104-290z",
      linen,
    ) +
    shape(
      "M470 150c70 60 112 180 104 290-3 40-20 56-96 60 40-90 46-240-8-350z",
      darker(linen, 0.12),
    ) +
    shape("M318 78c26 12 52-10 82 0s58-12 82 0l-22 72H340z", darker(linen, 0.05)) +
    line("M336 148q64 18 128 0M338 156q62 18 124 0", "#a8643d", 7) +
    label(subject, text, 392, 206, 232, 244)
  );
};

export const paper: Draw = (subject, text) => {
  const wrap = mix("#e3cda3", subject.tint, 0.3);
  return (
    shadow(400, TABLE_Y + 46, 290, subject.tint) +
    shape("M158 236l46-62h392l46 62z", lighter(wrap, 0.3)) +
    box(158, 232, 484, 270, 8, wrap) +
    shape("M560 232h74a8 8 0 0 1 8 8v254a8 8 0 0 1-8 8h-74z", darker(wrap, 0.1)) +
    line("M232 174v328M158 300h484", "#a8643d", 5) +
    line(
      "M232 298c-44-40-58 6 0 2M232 298c44-40 58 6 0 2M232 300l-26 44M232 300l30 40",
      "#a8643d",
      5,
    ) +
    label(subject, text, 420, 256, 264, 214)
  );
};

export const frame: Draw = (subject, text) =>
  shadow(400, TABLE_Y + 46, 250, subject.tint) +
  box(186, 84, 428, 418, 8, "#8a5a34") +
  box(204, 102, 392, 382, 4, "#a97a48") +
  box(216, 114, 368, 358, 2, "#fffaf0") +
  place(400, 250, 2, 0, subject.symbol.draw()) +
  words(400, 414, 30, text.name, "#20241d", SERIF, 700) +
  words(400, 446, 16, `${text.place} · 手作`, "#a83a0f") +
  dot(400, 78, 7, "#6b4a2b");
