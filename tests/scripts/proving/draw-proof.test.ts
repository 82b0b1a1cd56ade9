import { drawProof } from '../../../scripts/proving/draw-proof';
import { prove } from '../../../studio/proof/prove';
import { DOUBTFUL_PARENTS } from '../../studio/proof/doubtful/registry';
import { ofClass, parseXml, type XmlElement } from '../../studio/drawing/parse-xml';
import { LIMITS, questionOf } from '../../studio/proof/question';

const unsafe = DOUBTFUL_PARENTS['any status at all'];
if (unsafe === undefined) throw new Error('There is no such parent');
const question = questionOf(unsafe.definition);
const proof = prove(question, LIMITS);

const textsOf = (picture: XmlElement, name: string): string[] =>
  ofClass(picture, name).map(({ text }) => text);

describe('drawProof', () => {
  test('counts the widget that is reached wrongly among those visited', () => {
    expect(proof.visited).toContainEqual({ widget: 'success', isInSubflow: false });
    expect(proof.visited).toContainEqual({ widget: 'say_invalid_number', isInSubflow: true });
  });

  test('draws the way from the very first arrow on', () => {
    const log = proof.violations[0]?.edges.flatMap((edge) => edge.log) ?? [];
    expect(log[0]).toMatchObject({ kind: 'step', widget: 'Trigger', next: 'welcome' });
    expect(log.at(-1)).toMatchObject({ widget: 'verify_status', next: 'success' });
    expect(drawProof(question, proof)).toContain('Proof: refuted');
  });

  test('says above all what is refuted, and that the rest was not looked at', () => {
    const picture = parseXml(drawProof(question, proof));
    expect(textsOf(picture, 'verdict')).toEqual(['Refuted: no-bypass']);
    expect(textsOf(picture, 'key')).toContain('not reached before the proof stopped');
    expect(textsOf(picture, 'banner-text').join(' ')).toContain('"success" is reached');
  });

  test('crosses the widget that is reached wrongly, and no other', () => {
    const [parent, subflow] = ofClass(parseXml(drawProof(question, proof)), 'flow');
    expect(parent && ofClass(parent, 'wrong')).toHaveLength(1);
    expect(subflow && ofClass(subflow, 'wrong')).toEqual([]);
  });

  test('says where the call goes on after the subflow', () => {
    expect(textsOf(parseXml(drawProof(question, proof)), 'note')).toEqual(['back to run_verify']);
  });

  test('names flows by what they were read from', () => {
    const picture = parseXml(drawProof(question, proof, { parentSource: 'mine.json' }));
    expect(textsOf(picture, 'title')).toEqual(['mine.json', 'verify-subflow']);
  });

  test('says why something is not proven', () => {
    const reasons = ['time was up', 'a subflow is not known'];
    const doubtful = drawProof(question, { ...proof, status: 'not-proven', violations: [], reasons });
    const picture = parseXml(doubtful);
    expect(textsOf(picture, 'verdict')).toEqual(['Not proven, for 2 reasons']);
    expect(textsOf(picture, 'banner-text')).toEqual(['Time was up']);
  });

  test('says of what a whole proof did not visit that no call comes there', () => {
    const whole = { ...proof, status: 'proven', violations: [], isComplete: true } as const;
    const picture = parseXml(drawProof(question, whole));
    expect(textsOf(picture, 'verdict')).toEqual(['Proven']);
    expect(textsOf(picture, 'key')).toContain('no call comes here');
  });
});
