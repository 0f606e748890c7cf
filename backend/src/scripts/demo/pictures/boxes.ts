/** Boxes and glass: cartons, gift boxes, jars, bottles. */
import { shadow, TABLE_Y } from "./grounds";
import { box, darker, lighter, line, mix, place, shape } from "./ink";
import { label, type Draw } from "./label";

export const carton: Draw = (subject, text) => {
  const kraft = "#cfa878";
  const peek = [270, 356, 444, 530]
    .map((x, at) => place(x, 236 - (at % 2) * 10, 0.86, at * 9 - 12, subject.symbol.draw()))
    .join("");
  return (
    shadow(400, TABLE_Y + 46, 280, subject.tint) +
    shape("M180 250h440l-40-52H220z", darker(kraft, 0.42)) +
    peek +
    shape("M180 250l-70 34 14 30 76-36zM620 250l70 34-14 30-76-36z", darker(kraft, 0.1)) +
    box(180, 250, 440, 250, 6, kraft) +
    shape("M540 250h74a6 6 0 0 1 6 6v238a6 6 0 0 1-6 6h-74z", darker(kraft, 0.1)) +
    label(subject, text, 380, 272, 270, 206)
  );
};

export const gift: Draw = (subject, text) => {
  const lid = subject.symbol.accent;
  return (
    shadow(400, TABLE_Y + 48, 290, subject.tint) +
    box(150, 214, 500, 290, 10, mix(lid, "#fffaf0", 0.12)) +
    box(138, 184, 524, 74, 10, lid) +
    box(138, 244, 524, 14, 4, darker(lid, 0.22)) +
    box(612, 258, 38, 246, 6, darker(lid, 0.12)) +
    box(204, 184, 30, 320, 0, lighter(lid, 0.62)) +
    line("M219 184c-50-50-74-10-30 0M219 184c50-50 74-10 30 0", lighter(lid, 0.62), 11) +
    label(subject, text, 430, 276, 286, 208)
  );
};

export const jar: Draw = (subject, text) => {
  const inside = subject.symbol.accent;
  return (
    shadow(400, TABLE_Y + 46, 180, subject.tint) +
    box(270, 150, 260, 352, 46, lighter(inside, 0.5)) +
    shape("M270 220h260v236a46 46 0 0 1-46 46H316a46 46 0 0 1-46-46z", inside) +
    shape(
      "M488 154c26 8 42 22 42 42v260a46 46 0 0 1-46 46h-20c30-90 38-220 24-348z",
      darker(inside, 0.14),
    ) +
    box(286, 96, 228, 66, 14, "#8a5a34") +
    box(286, 128, 228, 34, 8, "#74492a") +
    label(subject, text, 400, 236, 224, 214) +
    line("M294 200v236", lighter(inside, 0.65), 9)
  );
};

export const bottle: Draw = (subject, text) => {
  const inside = subject.symbol.accent;
  return (
    shadow(400, TABLE_Y + 46, 150, subject.tint) +
    shape(
      "M350 96h100v66c0 40 66 54 66 126v180a34 34 0 0 1-34 34H318a34 34 0 0 1-34-34V288c0-72 66-86 66-126z",
      lighter(inside, 0.45),
    ) +
    shape("M284 300h232v168a34 34 0 0 1-34 34H318a34 34 0 0 1-34-34z", inside) +
    shape(
      "M478 218c24 16 38 36 38 70v180a34 34 0 0 1-34 34h-22c26-84 32-190 18-284z",
      darker(inside, 0.16),
    ) +
    box(342, 56, 116, 52, 12, "#6b4a2b") +
    label(subject, text, 400, 286, 206, 196) +
    line("M308 290c0-30 14-48 30-62", "#fffaf0", 8)
  );
};
