/** The bands of a month as three stages: where it came from, who it passed, where it is now. Pure. */
import type { Fen, Flow } from "@yigou/backend/contract";
import { flowEnds, flowParties, flowSources } from "@yigou/backend/contract/flow-words";

/** The name of a node of the picture. */
export type FlowNode = Flow["source"] | Flow["target"];

/** Which third of the picture a node stands in. */
export type Stage = "from" | "through" | "to";

/** One node with what passes it. */
export interface StageNode {
  node: FlowNode;
  amount_fen: Fen;
  /** The bands that lead to it, and for a source those that leave it. */
  bands: readonly Flow[];
}

/** The stage of a node. */
export function stageOf(node: FlowNode): Stage {
  if (flowSources.some((one) => one === node)) return "from";
  return flowEnds.some((one) => one === node) ? "to" : "through";
}

/** A text of the address as the beginning of a band. */
export function sourceOf(text: string | undefined): Flow["source"] | undefined {
  return [...flowSources, ...flowParties].find((one) => one === text);
}

/** A text of the address as the end of a band. */
export function targetOf(text: string | undefined): Flow["target"] | undefined {
  return [...flowParties, ...flowEnds].find((one) => one === text);
}

/**
 * The nodes of a stage, the largest first.
 *
 * @returns a source with what leaves it, every other node with what reaches it
 */
export function nodesOf(flows: readonly Flow[], stage: Stage): StageNode[] {
  const side = stage === "from" ? "source" : "target";
  const nodes = new Map<FlowNode, Flow[]>();
  for (const flow of flows) {
    const node = flow[side];
    if (stageOf(node) === stage) nodes.set(node, [...(nodes.get(node) ?? []), flow]);
  }
  return [...nodes]
    .map(([node, bands]) => ({
      node,
      bands,
      amount_fen: bands.reduce((sum, band) => sum + band.amount_fen, 0),
    }))
    .sort((a, b) => b.amount_fen - a.amount_fen);
}
