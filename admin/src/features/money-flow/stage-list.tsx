/** The picture as lists: three stages from top to bottom, every band a link. For phones, keyboards, ears and paper. */
import type { Flow } from "@yigou/backend/contract";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { Money } from "../../ui/money";

import { toBand } from "./addresses";
import type { Shown } from "./addresses";
import { nodeColour } from "./node-colour";
import { nodesOf } from "./stages";
import type { Stage, StageNode } from "./stages";

interface StageListProps {
  flows: readonly Flow[];
  shown: Shown;
}

const STAGES: readonly Stage[] = ["from", "through", "to"];

/** All three stages. */
export function StageList({ flows, shown }: StageListProps) {
  const { t } = useTranslation();
  return (
    <div className="stages">
      {STAGES.map((stage) => {
        const nodes = nodesOf(flows, stage);
        const most = Math.max(1, ...nodes.map(({ amount_fen }) => amount_fen));
        return (
          <section key={stage} aria-label={t(`flow.stages.${stage}`)}>
            <h3>{t(`flow.stages.${stage}`)}</h3>
            <ul>
              {nodes.map((node) => (
                <Node key={node.node} {...node} stage={stage} most={most} shown={shown} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Node({ node, amount_fen, bands, stage, most, shown }: NodeProps) {
  const { t } = useTranslation();
  const width = `${String(Math.max(1, (100 * amount_fen) / most))}%`;
  return (
    <li>
      <span className="stage-line">
        <b>{t(`flowNode.${node}`)}</b>
        <Money fen={amount_fen} />
      </span>
      <span className="stage-bar" aria-hidden="true">
        <i style={{ width, background: `var(--${nodeColour(node)})` }} />
      </span>
      <span className="stage-bands">
        {bands.map((band) => {
          const other = stage === "from" ? band.target : band.source;
          return (
            <Link key={other} to={toBand(shown, band)}>
              {stage === "from" ? "→ " : "← "}
              {t(`flowNode.${other}`)} <Money fen={band.amount_fen} />
              <small>{t("flow.postings", { n: band.postings })}</small>
            </Link>
          );
        })}
      </span>
    </li>
  );
}

interface NodeProps extends StageNode {
  stage: Stage;
  most: number;
  shown: Shown;
}
