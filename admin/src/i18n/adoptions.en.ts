/** Words of adoption and pre-order, in English. */
import type { adoptionsZh } from "./adoptions.zh";
import type { Words } from "./shape";

export const adoptionsEn: Words<typeof adoptionsZh> = {
  adoptions: {
    nav: "Adoption",
    note: "One household's trees, each sold once; paid now, sent at harvest. Buyers may cancel until then; a poor harvest gives back the missing part by rule.",
    new: "Offer for adoption",
    none: "Nothing is offered for adoption",
    noneHint: "A tree for a season, or a share of a coming harvest.",
    kind: "Kind",
    kinds: { tree: "adopt a tree", pre_order: "order ahead" },
    household: "Whose",
    season: "Season",
    seasonHint: "such as: winter 2026",
    harvest: "Harvest",
    harvestFrom: "Harvest begins",
    harvestTo: "Harvest ends",
    yieldText: "What each gives the buyer",
    yieldHint: "such as: 5 kg of oranges, ripened on the tree",
    yieldG: "Weight of each",
    trees: "Trees (shares)",
    price: "Price of each (yuan)",
    ok: "Offer",
    done: "It is offered",
    adopted: "Adopted",
    adoptedOf: "{{n}} / {{trees}}",
    tell: "Tell news",
    tellTitle: "News for those who adopted: {{title}}",
    text: "News",
    picture: "Picture (optional, the first one is used)",
    told: "Told",
    reap: "Enter the harvest",
    reapTitle: "Harvest: {{title}}",
    reapText:
      "{{kg}} kg each were promised. It cannot be changed later; what is missing goes back by itself.",
    perTree: "Harvested of each",
    reaped: "The harvest is on record",
    harvested: "{{kg}} kg each",
    compensated: "Given back",
  },
};
