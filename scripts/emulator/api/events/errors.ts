import { type Answer, failed } from '../answers';

/** 400 for a parameter with a value that it cannot have. Not public: the code and the wording. */
export function invalidParameter(name: string, expected: string): Answer {
  return failed({ status: 400, code: 20001, message: `Invalid parameter ${name}: ${expected}` });
}

/** 409 for a sink that subscriptions still use. Not public: that it is refused, the status, the code and the wording. */
export function sinkInUse(subscriptionSid: string): Answer {
  return failed({
    status: 409,
    code: 20409,
    message: `The sink is used by ${subscriptionSid}: delete that subscription first`,
  });
}
