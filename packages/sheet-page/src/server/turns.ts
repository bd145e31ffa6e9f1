/** Taking turns: things that must not happen at the same time happen one after the other. */

/** Does an action once all before it have ended, whatever became of them. */
export type InTurn = <Result>(action: () => Promise<Result>) => Promise<Result>;

/** Makes a queue of one. */
export function createTurns(): InTurn {
  let turn: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = turn.then(action, action);
    turn = next.catch(() => undefined);
    return next;
  };
}
