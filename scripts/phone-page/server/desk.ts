import type { PhoneCall } from '../../emulator/voice/line';
import { dialled } from '../../terminal-phone/phone-view';
import { press } from '../../terminal-phone/press';
import type { PageChange } from '../model/page-change';
import type { PageCall, Place } from '../model/page-state';
import type { Followed, Following, FollowWorld } from './follow-call';
import { followCall, followPhone } from './follow-call';
import { beganRow, overRow, requestRow } from './log-rows';

/** What the desk needs. */
export interface DeskWorld {
  readonly now: () => number;
  readonly tell: (change: PageChange) => void;
  /** Finds a widget of the flow behind a number in the picture. */
  readonly locate: (number: string, widget: string) => readonly Place[];
}

/** The page's phone. It shows the newest call, whoever placed it, and can take part in it. */
export interface Desk {
  /** A call was placed. */
  readonly take: (call: PhoneCall) => void;
  /** Whether the call that is shown still lasts. */
  readonly isOnCall: () => boolean;
  readonly press: (keys: string) => void;
  readonly hangUp: () => void;
}

interface Current {
  readonly call: PhoneCall;
  readonly startedAt: number;
  following: Following;
}

/** A phone on the hook. */
export function createDesk(world: DeskWorld): Desk {
  let current: Current | null = null;
  const toldOf = (mine: Current, { following, move }: Followed): void => {
    mine.following = following;
    world.tell({ kind: 'call-moved', sid: mine.call.sid, move });
  };
  const worldOf = ({ to }: PhoneCall): FollowWorld => ({
    now: world.now(),
    locate: (widget) => world.locate(to, widget),
  });
  return {
    take: (call) => {
      const startedAt = world.now();
      const mine: Current = { call, startedAt, following: begin(call, startedAt, world.tell) };
      current = mine;
      call.listen((event) => {
        const followed = followCall(mine.following, event, worldOf(call));
        toldOf(mine, followed);
        for (const request of followed.move.requests) world.tell(requestRow(call, request, world.now()));
        if (event.kind !== 'over') return;
        world.tell(overRow(call, event, { startedAt: mine.startedAt, now: world.now() }));
        if (current === mine) current = null;
      });
    },
    isOnCall: () => current !== null,
    press: (keys) => {
      for (const key of keys) {
        if (current === null) return;
        const { call, following } = current;
        const change = press(following.view, key, world.now());
        toldOf(current, followPhone(following, change, worldOf(call)));
        call.press(key);
      }
    },
    hangUp: () => current?.call.hangUp(),
  };
}

function begin(call: PhoneCall, startedAt: number, tell: DeskWorld['tell']): Following {
  const { view, entries } = dialled(call.from, call.to, startedAt);
  const shown: PageCall = {
    sid: call.sid,
    from: call.from,
    to: call.to,
    startedAt,
    endedAt: null,
    isAnswered: false,
    at: [],
    speaking: null,
    isListening: false,
    typed: '',
    entries,
    steps: [],
    requests: [],
    variables: [],
  };
  tell({ kind: 'call-began', call: shown });
  tell(beganRow(call, startedAt));
  return { view, movedAt: startedAt };
}
