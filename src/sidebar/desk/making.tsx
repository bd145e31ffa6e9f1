/**
 * Making a report, step by step, a call each: how far it is, what each step could not do, and going on after a fault. The
 * server notes every step, so that a closed sidebar loses nothing: the view lists what was left.
 */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MadeReport, MakeReportRequest, ReportProgress } from "../../addon/rpc.ts";
import { REPORT_STEP_NAMES, type ReportStep, stepsOf } from "../../core/workflow/report-steps.ts";
import { Button } from "../parts/button.tsx";
import { Progress } from "../parts/progress.tsx";
import { messageOf, useServer } from "../server.ts";

/** A report that is being made, or was. */
export type Making = {
  readonly steps: readonly ReportStep[];
  /** What is being done; absent: all is done, or a fault stopped it. */
  readonly step: ReportStep | undefined;
  /** The file, as soon as it is written. */
  readonly made: MadeReport | undefined;
  readonly progress: ReportProgress | undefined;
  /** What steps could not do, with what is there all the same. */
  readonly problems: readonly string[];
  /** Why it stopped; empty: it did not. */
  readonly stopped: string;
};

const NOTHING = { made: undefined, progress: undefined, problems: [], stopped: "" } as const;

/** Runs the steps of reports, one report at a time; `onEnd` is told when one is done or has stopped. */
export function useMaking(onEnd: () => void): {
  readonly making: Making | undefined;
  readonly make: (request: MakeReportRequest) => Promise<void>;
  readonly goOn: (begun: ReportProgress, made?: MadeReport) => Promise<void>;
} {
  const { rpc } = useServer();
  const [making, setMaking] = useState<Making | undefined>(undefined);
  /** Counts up when the view goes; the steps that were begun then end by themselves, and no further one is asked for. */
  const round = useRef(0);
  useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );
  const run = async (begin: Making, act: (show: (change: Partial<Making>) => void) => Promise<void>): Promise<void> => {
    const mine = round.current;
    let now = begin;
    const show = (change: Partial<Making>): void => {
      if (mine !== round.current) throw new Gone();
      now = { ...now, ...change };
      setMaking(now);
    };
    try {
      show({});
      await act(show);
    } catch (thrown) {
      if (thrown instanceof Gone || mine !== round.current) return;
      show({ step: undefined, stopped: messageOf(thrown) });
    }
    onEnd();
  };
  const finish = async (
    begun: ReportProgress,
    problems: readonly string[],
    show: (change: Partial<Making>) => void,
  ): Promise<void> => {
    let progress = begun;
    let told = problems;
    while (progress.next !== null) {
      show({ step: progress.next, progress });
      progress = await rpc("continueReport", { job: progress.job });
      if (progress.problem !== "") told = [...told, progress.problem];
      show({ progress, problems: told });
    }
    show({ step: undefined, progress });
  };
  return {
    making,
    make: (wanted) =>
      run({ ...NOTHING, steps: stepsOf(wanted.drive), step: wanted.drive ? "folder" : "write" }, async (show) => {
        let request = wanted;
        let problems: readonly string[] = [];
        if (request.drive) {
          const { problem } = await rpc("openReportFolder");
          if (problem !== "") {
            // Without a folder the report is written all the same, to be downloaded.
            request = { ...request, drive: false };
            problems = [problem];
          }
        }
        show({ steps: stepsOf(request.drive), step: "write", problems });
        const made = await rpc("makeReport", request);
        if (made.problem !== "") problems = [...problems, made.problem];
        show({ made, progress: made, problems });
        await finish(made, problems, show);
      }),
    goOn: (begun, made) =>
      run({ ...NOTHING, steps: stepsOf(true), step: begun.next ?? "log", made, progress: begun }, (show) =>
        finish(begun, [], show),
      ),
  };
}

/** The view has gone: what is still heard of its steps is not shown. */
class Gone extends Error {}

/** Shows how far a report is. */
export function Running({ making }: { readonly making: Making }) {
  const { steps, step } = making;
  const place = useRef<HTMLDivElement>(null);
  const isRunning = step !== undefined;
  useLayoutEffect(() => {
    if (!isRunning) return;
    place.current?.scrollIntoView({ block: "nearest" });
    // What was clicked may have gone with the report that was left; then one is where it goes on.
    if (document.activeElement === document.body) place.current?.focus();
  }, [isRunning]);
  if (step === undefined) return null;
  const at = steps.indexOf(step);
  return (
    <div class="running" ref={place} tabIndex={-1}>
      <Progress label="Tạo báo cáo" done={at} all={steps.length} text={`${at + 1}/${steps.length}`} />
      <p role="status">{REPORT_STEP_NAMES[step]}…</p>
      <p class="quiet">Đóng bảng bên không mất gì: mở lại mục Báo cáo là thấy phần đã làm.</p>
    </div>
  );
}

type StoppedProps = {
  readonly making: Making;
  readonly goOn: ReturnType<typeof useMaking>["goOn"];
  /** Reads the view again: what was made by then is listed. */
  readonly again: () => void;
};

/** Shows why a report stopped, and the way on from there. */
export function Stopped({ making, goOn, again }: StoppedProps) {
  const { stopped, progress, made } = making;
  if (stopped === "") return null;
  const canGoOn = progress !== undefined && progress.next !== null;
  return (
    <div class="box bad" role="alert">
      <p>{stopped}</p>
      {canGoOn && <p>Phần đã làm được giữ nguyên.</p>}
      <div class="row">
        {canGoOn && (
          <Button look="main" busyText="Đang làm tiếp…" onAct={() => goOn(progress, made)}>
            Làm tiếp
          </Button>
        )}
        <Button onAct={again}>Tải lại</Button>
      </div>
    </div>
  );
}
