import type { Twilio } from 'twilio';

import type { HadEnvironment, HadFlow, HadServerlessService, HadVariable } from './have';
import { readMark, type Mark } from './mark/mark';
import { readFlows, type FlowSearch } from './read-flows';
import { readEnvironments } from './resources/environment';
import { readServerlessService } from './resources/serverless-service';
import { readVariables } from './resources/variables';
import { namesFor, type ExplicitSids } from './want-names';
import type { WantedEnvironment, WantedServerlessService } from './want';

/** How the parts of an installation are found again that lead to all others; a `Want` has all of it. */
export interface InstallationSearch {
  readonly serverlessService: WantedServerlessService;
  readonly environment: WantedEnvironment;
  readonly verifySubflow: FlowSearch;
  readonly parentFlow: FlowSearch;
  /** Not looked for when left out. */
  readonly replyFlow?: FlowSearch;
}

/** The inside of the Serverless service, as far as this installation goes. */
export interface InstallationPlace {
  readonly serverlessService: HadServerlessService | null;
  /** Those with our name or our domain suffix. */
  readonly environments: readonly HadEnvironment[];
  /** How many others there are. */
  readonly otherEnvironments: number;
  readonly variables: readonly HadVariable[];
}

/** The flows of our names, or of the mark. */
export interface FoundFlows {
  readonly verifySubflows: readonly HadFlow[];
  readonly parentFlows: readonly HadFlow[];
  readonly replyFlows: readonly HadFlow[];
}

/** What of an installation is being read, each part as soon as the account tells it. */
export interface InstallationReading {
  readonly place: Promise<InstallationPlace>;
  readonly mark: Promise<Mark | null>;
  readonly flows: Promise<FoundFlows>;
}

/** The search for what was deployed under the names that a deployment gives. */
export function searchFor(environment: string, sids: ExplicitSids = {}): InstallationSearch {
  // The name of the Verify service plays no part here.
  const names = namesFor(environment, '');
  const flow = (name: string, sid?: string) => ({ sid: sid ?? null, friendlyName: names.flow(name) });
  return {
    serverlessService: { uniqueName: names.serverlessService, sid: sids.serverlessService ?? null },
    environment: names.environment,
    verifySubflow: flow('verify-subflow', sids.verifySubflow),
    parentFlow: flow('parent-ivr', sids.parentFlow),
    replyFlow: flow('otp-by-reply'),
  };
}

/** Starts to read an installation: what every command begins with. Changes nothing; each part throws what the SDK throws. */
export function readInstallation(client: Twilio, search: InstallationSearch): InstallationReading {
  const place = readPlace(client, search);
  const mark = place.then(({ variables }) => readMark(variables));
  const marked = mark.then((known) => [known?.subflow ?? null, known?.parent ?? null]);
  const { verifySubflow, parentFlow, replyFlow } = search;
  const wanted = [verifySubflow, parentFlow, ...(replyFlow === undefined ? [] : [replyFlow])];
  const flows = readFlows(client, wanted, marked).then(
    ([verifySubflows = [], parentFlows = [], replyFlows = []]) => ({
      ...{ verifySubflows, parentFlows, replyFlows },
    }),
  );
  return { place, mark, flows };
}

async function readPlace(client: Twilio, search: InstallationSearch): Promise<InstallationPlace> {
  const serverlessService = await readServerlessService(client, search.serverlessService);
  if (serverlessService === null)
    return { serverlessService, environments: [], otherEnvironments: 0, variables: [] };
  const { name, domainSuffix } = search.environment;
  const all = await readEnvironments(client, serverlessService.sid);
  const environments = all.filter((each) => each.uniqueName === name || each.domainSuffix === domainSuffix);
  const own = environments.find(({ uniqueName }) => uniqueName === name);
  const variables = own === undefined ? [] : await readVariables(client, serverlessService.sid, own.sid);
  const otherEnvironments = all.filter(({ uniqueName }) => uniqueName !== name).length;
  return { serverlessService, environments, otherEnvironments, variables };
}
