/** Above a list: what waits, or all of it. */
import { Button } from "@medusajs/ui";

/** "1" shows what waits, "0" all. */
export type Way = "1" | "0";

/** @param waiting the words for what waits */
export function TwoWays(props: { chosen: Way; waiting: string; onChoose: (way: Way) => void }) {
  const { chosen, waiting, onChoose } = props;
  return (
    <div className="mt-3 flex gap-2">
      {(["1", "0"] as const).map((way) => (
        <Button
          key={way}
          size="small"
          variant={chosen === way ? "primary" : "secondary"}
          aria-pressed={chosen === way}
          onClick={() => {
            onChoose(way);
          }}
        >
          {way === "1" ? waiting : "全部 All"}
        </Button>
      ))}
    </div>
  );
}
