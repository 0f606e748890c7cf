import { formatFen, type Fen } from "@yigou/backend/contract/fen";

/** Writes fen as yuan with the sign and thousands: "¥1,284.00", "−¥5.00". */
export function moneyText(fen: Fen): string {
  const digits = formatFen(fen)
    .replace("-", "")
    .replace(/\B(?=(\d{3})+\.)/g, ",");
  return `${fen < 0 ? "−" : ""}¥${digits}`;
}

/** The only way that money comes onto the screen. */
export function Money({ fen, className = "" }: { fen: Fen; className?: string }) {
  return <span className={`tabular-nums ${className}`}>{moneyText(fen)}</span>;
}
