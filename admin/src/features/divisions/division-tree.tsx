/** The divisions under the official's own, with their households. */
import { useMemo, useState } from "react";
import { Link, useLocation, useSearchParams } from "react-router";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { childrenOf, pathTo, scopeOf } from "../../lib/divisions";
import type { Division } from "../../lib/divisions";
import { Icon } from "../../ui/icons";
import { Loaded } from "../../ui/loaded";

/** Pages that a division narrows; from any other a click leads to the desk. */
const NARROWED = ["/official", "/official/income", "/official/flow"];

/** A tree of links; a click narrows the desk or the summary that is open. */
export function DivisionTree() {
  const { t } = useTranslation();
  const query = useRead("GET /official/divisions", {});
  return (
    <nav className="tree" aria-label={t("tree.title")}>
      <h2>{t("tree.title")}</h2>
      <Loaded query={query}>{({ divisions }) => <Branches tree={divisions} />}</Loaded>
    </nav>
  );
}

function Branches({ tree }: { tree: readonly Division[] }) {
  const [params] = useSearchParams();
  const tops = useMemo(() => childrenOf(tree, null), [tree]);
  const first = tops[0];
  const { pathname } = useLocation();
  // Pages that no division narrows (a household's file) mark none.
  const isNarrowed = NARROWED.includes(pathname);
  const own = first && isNarrowed ? scopeOf(first) : "";
  const chosen = params.get("division_code") ?? own;
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>({});
  const way = useMemo(() => new Set(pathTo(tree, chosen).map((one) => one.code)), [tree, chosen]);
  const isOpen = (division: Division, depth: number) =>
    folds[division.code] ?? (depth === 0 || way.has(division.code));
  const toggle = (code: string, open: boolean) => {
    setFolds((old) => ({ ...old, [code]: open }));
  };
  return <Level of={tops} depth={0} {...{ tree, chosen, isOpen, toggle }} />;
}

interface LevelProps {
  of: readonly Division[];
  depth: number;
  tree: readonly Division[];
  chosen: string;
  isOpen: (division: Division, depth: number) => boolean;
  toggle: (code: string, open: boolean) => void;
}

function Level({ of, depth, ...rest }: LevelProps) {
  return (
    <ul>
      {of.map((division) => (
        <Branch key={division.code} division={division} depth={depth} {...rest} />
      ))}
    </ul>
  );
}

function Branch({ division, depth, ...rest }: Omit<LevelProps, "of"> & { division: Division }) {
  const { t } = useTranslation();
  const below = childrenOf(rest.tree, division);
  const open = rest.isOpen(division, depth);
  const scope = scopeOf(division);
  return (
    <li>
      <div className="tree-row" style={{ paddingLeft: depth * 14 }}>
        {below.length > 0 ? (
          <button
            type="button"
            className="tree-fold"
            aria-expanded={open}
            aria-label={t(open ? "tree.fold" : "tree.unfold", { name: division.name })}
            onClick={() => {
              rest.toggle(division.code, !open);
            }}
          >
            <Icon name="chevron" turn={open ? 90 : 0} />
          </button>
        ) : (
          <span className="tree-fold" />
        )}
        <DivisionLink division={division} isChosen={scope === rest.chosen} />
      </div>
      {open && below.length > 0 && <Level of={below} depth={depth + 1} {...rest} />}
    </li>
  );
}

/** Keeps the other filters of the page that is open; from a household's file it leads to the desk. */
function DivisionLink({ division, isChosen }: { division: Division; isChosen: boolean }) {
  const { pathname, search } = useLocation();
  const stays = NARROWED.includes(pathname);
  const params = new URLSearchParams(stays ? search : "");
  params.delete("page");
  params.set("division_code", scopeOf(division));
  return (
    <Link
      className="tree-line"
      to={`${stays ? pathname : "/official"}?${params.toString()}`}
      aria-current={isChosen ? "true" : undefined}
    >
      <span>{division.name}</span>
      <em>{division.households.toLocaleString("en-US")}</em>
    </Link>
  );
}
