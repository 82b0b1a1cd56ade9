import type { PageChange } from '../model/page-change';
import { applyChange } from '../model/page-change';
import type { PageState } from '../model/page-state';
import type { Send } from './panel';

/** Keeps the state as the server has it. The browser reconnects by itself and says what it saw last. */
export function connect(
  onState: (state: PageState) => void,
  onConnected: (isConnected: boolean) => void,
): void {
  const source = new EventSource('/events');
  let state: PageState | null = null;
  let run = '';
  const isOfAnotherRun = (id: string): boolean => {
    const before = run;
    run = id.split('.')[0] ?? '';
    return before !== '' && before !== run;
  };
  source.addEventListener('open', () => onConnected(true));
  source.addEventListener('error', () => onConnected(false));
  source.addEventListener('snapshot', (event) => {
    // Another `npm start` at this address: this document's token is not good any more.
    if (isOfAnotherRun(event.lastEventId)) {
      location.reload();
      return;
    }
    state = JSON.parse(String(event.data)) as PageState;
    onState(state);
  });
  source.addEventListener('change', (event) => {
    if (state === null) return;
    state = applyChange(state, JSON.parse(String(event.data)) as PageChange);
    onState(state);
  });
}

/** Sends commands with this document's token, one after the other: keys have to arrive in their order. */
export function createSend(): Send {
  let last: Promise<unknown> = Promise.resolve();
  const post = createPost();
  return (command) => {
    const mine = last.then(() => post(command));
    last = mine;
    return mine;
  };
}

function createPost(): Send {
  const token = document.querySelector<HTMLMetaElement>('meta[name="phone-page-token"]')?.content ?? '';
  return async (command) => {
    try {
      const response = await fetch('/commands', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-phone-page': token },
        body: JSON.stringify(command),
      });
      const answer = (await response.json()) as { readonly problem: string | null };
      return answer.problem;
    } catch {
      return 'npm start does not answer. Is it still running?';
    }
  };
}
