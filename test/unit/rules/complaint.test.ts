import { complaintRules } from "../../../backend/src/modules/rules/complaint";
import { rulePackContentSchema } from "../../../backend/src/modules/rules/pack";
import { packContent } from "./pack-content";

const complaint = {
  window_days: { fruit: 2, other: 5 },
  answer_days: 1,
  appeal_days: 4,
  decision_days: 9,
};
const silent = rulePackContentSchema.parse(packContent());
const saying = rulePackContentSchema.parse({ ...silent, complaint });

describe("the deadlines of a complaint", () => {
  it("are what the pack says, fresh goods apart", () => {
    const { window_days: _, ...days } = complaint;
    expect(complaintRules(saying, "fruit")).toEqual({ window_days: 2, ...days });
    expect(complaintRules(saying, "craft")).toEqual({ window_days: 5, ...days });
  });

  it("last as long as goods may come back where the pack says nothing, and seven days without a pack", () => {
    expect(complaintRules(silent, "fresh").window_days).toBe(3);
    expect(complaintRules(silent, "craft").window_days).toBe(7);
    expect(complaintRules(null, "fresh")).toEqual({
      window_days: 7,
      answer_days: 3,
      appeal_days: 7,
      decision_days: 7,
    });
  });
});
