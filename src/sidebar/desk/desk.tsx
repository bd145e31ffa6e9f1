/** The coordinator's desk: what the first call brought, its five views, and the rows as acts return them. */
import type { ComponentChildren } from "preact";
import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { ActionOutcome, CoordinatorDesk } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { useServer } from "../server.ts";
import { Issues } from "./issues.tsx";
import { Overview } from "./overview.tsx";
import { Report } from "./report.tsx";
import { Settings } from "./settings.tsx";
import { Units } from "./units.tsx";
import { VIEWS, type ViewName } from "./views.ts";

/** Puts the rows that an act returned into the desk. */
function withOutcome(desk: CoordinatorDesk, { units, rates, log }: ActionOutcome): CoordinatorDesk {
  const now = new Map(units.map((row) => [row.unit, row]));
  return { ...desk, rates, log, units: desk.units.map((row) => now.get(row.unit) ?? row) };
}

/** Shows the desk. */
export function DeskView({ first }: { readonly first: CoordinatorDesk }) {
  const { reload, acted } = useServer();
  const [desk, setDesk] = useState(first);
  useLayoutEffect(() => setDesk(first), [first]);
  const [view, setView] = useState<ViewName>("overview");
  const takeOutcome = useCallback(
    (outcome: ActionOutcome) => {
      acted();
      setDesk((now) => withOutcome(now, outcome));
    },
    [acted],
  );
  return (
    <>
      <header>
        <div class="title">
          <h1>
            {desk.commune}, năm {desk.year}
          </h1>
          <Button look="link" label="Tải lại số liệu" busyText="Đang đọc" onAct={reload}>
            Tải lại
          </Button>
        </div>
        <nav aria-label="Các phần của sổ">
          {VIEWS.map(([name, caption]) => (
            <button
              key={name}
              type="button"
              aria-current={view === name ? "page" : undefined}
              onClick={() => setView(name)}
            >
              {caption}
            </button>
          ))}
        </nav>
      </header>
      <main key={view}>{viewOf(view, desk, setView, takeOutcome)}</main>
    </>
  );
}

function viewOf(
  view: ViewName,
  desk: CoordinatorDesk,
  show: (view: ViewName) => void,
  takeOutcome: (outcome: ActionOutcome) => void,
): ComponentChildren {
  switch (view) {
    case "overview":
      return <Overview desk={desk} show={show} />;
    case "units":
      return <Units desk={desk} takeOutcome={takeOutcome} />;
    case "issues":
      return <Issues units={desk.units} />;
    case "report":
      return <Report />;
    case "settings":
      return <Settings permissions={desk.permissions} onMade={() => show("overview")} />;
  }
}
