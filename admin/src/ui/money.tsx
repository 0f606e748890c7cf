/** The one way that money stands on a screen. */
import { formatFen } from "@yigou/backend/contract/fen";

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** Whole fen as grouped yuan without a sign of currency: "214,806.35". */
export function moneyText(fen: number): string {
  const [whole = "0", cents = "00"] = formatFen(fen).split(".");
  return `${whole.replace(GROUPS, ",")}.${cents}`;
}

/**
 * An amount of money.
 *
 * @param props.fen whole fen
 * @param props.sign shows ¥; columns whose head names the unit go without
 * @param props.quiet a zero is shown faintly, so that a column of figures is read at a glance
 */
export function Money({ fen, sign = true, quiet = false }: MoneyProps) {
  const minus = fen < 0 ? "−" : "";
  const classes = ["money", quiet && fen === 0 ? "money-nil" : "", fen < 0 ? "money-minus" : ""];
  return (
    <span className={classes.filter(Boolean).join(" ")}>
      {minus}
      {sign ? "¥" : ""}
      {moneyText(Math.abs(fen))}
    </span>
  );
}

interface MoneyProps {
  fen: number;
  sign?: boolean;
  quiet?: boolean;
}
