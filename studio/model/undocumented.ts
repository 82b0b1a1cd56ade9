/**
 * What was chosen where Twilio says nothing public about how Studio behaves, and what could as well be so. An execution takes
 * `CHOICES` unless its surroundings bring others. Choices that are a way of working rather than a value stand in the file
 * that works so, marked "Not public"; docs/twilio-facts.md lists them all.
 */
export interface Choices {
  readonly splitTests: 'arguments' | 'input';
  readonly conditionsOfBranch: 'all' | 'any';
  readonly renderedOnError: string;
  readonly storedOnBadJson: string;
  readonly digitsAfterTimeout: 'kept' | 'erased';
  readonly parsedIsMerged: 'at the top' | 'deeply';
  readonly subflowSeesParent: boolean;
}

/** A choice with what speaks for it and what is not known. */
interface Choice<Value> {
  /** What it decides: the end of a sentence that begins with "Not public:". */
  readonly question: string;
  readonly value: Value;
  readonly reason: string;
  readonly doubt: string;
}

/** Every choice, with its reason and the doubt that is left. */
export const undocumented: { readonly [Name in keyof Choices]: Choice<Choices[Name]> } = {
  splitTests: {
    question: "which text a split condition tests when its argument and the widget's input differ",
    value: 'arguments',
    reason: 'a condition carries its own argument, and nothing else would need it',
    doubt: 'published flows in which the two differ look like copied widgets, and may work by their input',
  },
  conditionsOfBranch: {
    question: 'what several conditions on one branch mean',
    value: 'all',
    reason: 'a branch that any of them could take would be several branches',
    doubt: 'the console never writes more than one',
  },
  renderedOnError: {
    question: 'what a template that fails (warning 81018) renders',
    value: '',
    reason: 'a missing variable renders nothing too, and nobody hears half a sentence',
    doubt: 'Studio might keep the text as it stands',
  },
  storedOnBadJson: {
    question: 'what a JSON object that is none (warning 81027) leaves in a variable',
    value: '',
    reason: 'what Set Variables makes of null is empty text',
    doubt: 'Studio might keep the text, or the old value',
  },
  digitsAfterTimeout: {
    question: 'whether Digits of an earlier round survive a later timeout of the same gather',
    value: 'kept',
    reason: 'what Run Function parsed survives a later run as well, which is documented',
    doubt: 'a flow must route on the event, so that it does not matter',
  },
  parsedIsMerged: {
    question: 'how deeply a repeated answer of Run Function is merged into the old one',
    value: 'at the top',
    reason: 'the documented example has no objects in objects',
    doubt: 'a deep merge would keep old keys further down',
  },
  subflowSeesParent: {
    question: "whether a subflow sees its parent's variables and widgets",
    value: false,
    reason: 'the documents promise it the trigger and its parameters only',
    doubt: 'whole namespaces can be passed as parameters, which nobody would do if they were there',
  },
};

/** What is chosen unless somebody chooses otherwise. */
export const CHOICES: Choices = {
  splitTests: undocumented.splitTests.value,
  conditionsOfBranch: undocumented.conditionsOfBranch.value,
  renderedOnError: undocumented.renderedOnError.value,
  storedOnBadJson: undocumented.storedOnBadJson.value,
  digitsAfterTimeout: undocumented.digitsAfterTimeout.value,
  parsedIsMerged: undocumented.parsedIsMerged.value,
  subflowSeesParent: undocumented.subflowSeesParent.value,
};

/**
 * Not public: whether the "PST" of Twilio's support article knows summer time. Here it does not; the template engine counts
 * minutes behind UTC (480 is UTC-8), and is made once for all executions.
 */
export const DATE_FILTER_OFFSET_MINUTES = 480;
