import type { Texts } from './texts.private';

/** German, with the polite form of address. */
export const de: Texts = {
  numberHeading: 'Ihre Telefonnummer',
  numberIntro: 'Wir senden Ihnen einen Code per SMS, um sicherzugehen, dass die Nummer Ihnen gehört.',
  numberGivenIntro:
    'Wir senden einen Code per SMS an {number}, um sicherzugehen, dass die Nummer Ihnen gehört.',
  countryLabel: 'Land oder Region',
  numberLabel: 'Telefonnummer',
  sendCode: 'Code per SMS senden',
  textingNote: 'Ihr Anbieter kann für die Nachricht Gebühren berechnen.',
  useAnotherNumber: 'Andere Nummer verwenden',
  changeNumber: 'Nummer ändern',
  numberMissing: 'Geben Sie Ihre Telefonnummer ein.',
  numberInvalid: 'Das ist keine vollständige Telefonnummer. Prüfen Sie das Land und die Ziffern.',
  numberUnreachable:
    'An diese Nummer können wir keine SMS senden. Verwenden Sie eine Mobilnummer oder eine andere Nummer.',
  challengeFailed:
    'Wir konnten nicht erkennen, dass Sie ein Mensch sind. Bitte versuchen Sie es noch einmal.',
  challengeNeedsScript:
    'Bitte schalten Sie JavaScript ein: Ohne können wir Sie nicht von einem Programm unterscheiden.',

  codeHeading: 'Code eingeben',
  codeTexted: 'Wir haben einen Code per SMS an {number} gesendet.',
  codeWhatsapped: 'Wir haben einen Code per WhatsApp an {number} gesendet.',
  codeCalled: 'Wir rufen {number} an und sagen Ihnen den Code.',
  codeLabel: 'Code',
  codeHint: 'Es kann eine Minute dauern, bis er ankommt.',
  confirm: 'Bestätigen',
  sendAgain: 'Code noch einmal senden',
  sendAgainIn: 'In {time} können Sie ihn noch einmal senden lassen.',
  sendAgainNow: 'Sie können ihn jetzt noch einmal senden lassen.',
  sentAgain: 'Der Code ist noch einmal unterwegs.',
  callingNow: 'Wir rufen Sie jetzt an.',
  callInstead: 'Lieber anrufen lassen',
  codeMissing: 'Geben Sie den Code aus der Nachricht ein.',
  codeMalformed: 'Der Code besteht aus 4 bis 10 Ziffern und sonst nichts.',
  codeWrongOne: 'Dieser Code ist nicht richtig. Sie haben noch einen Versuch.',
  codeWrongMany: 'Dieser Code ist nicht richtig. Sie haben noch {count} Versuche.',
  tooSoon: 'Gerade wurde ein Code gesendet. In {time} können Sie einen weiteren senden lassen.',
  noMoreCodes:
    'An diese Nummer können wir vorerst keine Codes mehr senden. Verwenden Sie den letzten oder eine andere Nummer.',
  channelNotAvailable: 'Wir können Sie nicht anrufen. Lassen Sie sich den Code per SMS senden.',

  doneHeading: 'Ihre Nummer ist bestätigt',
  doneIntro: 'Vielen Dank. {number} gehört Ihnen.',
  returning: 'Wir bringen Sie zurück.',
  goOn: 'Weiter',
  alreadyHeading: 'Schon bestätigt',
  alreadyIntro: 'Ihre Nummer {number} wurde schon bestätigt. Hier ist nichts mehr zu tun.',

  codeExpiredHeading: 'Der Code ist abgelaufen',
  codeExpiredIntro: 'Codes gelten nur wenige Minuten. Wir können einen neuen an {number} senden.',
  sendNewCode: 'Neuen Code per SMS senden',
  lockedHeading: 'Zu viele falsche Codes',
  lockedIntro: 'Zum Schutz Ihrer Nummer kann dieser Code nicht mehr verwendet werden.',
  tooManyHeading: 'Zu viele Codes',
  tooManyIntro: 'Wir haben vorerst so viele Codes gesendet, wie wir dürfen.',
  countryHeading: 'In dieses Land senden wir nicht',
  countryIntro: 'An Nummern dieses Landes ({country}) senden wir keine Codes. Haben Sie eine andere Nummer?',
  tryLater: 'Bitte versuchen Sie es später noch einmal.',
  tryAgainIn: 'In {time} können Sie es noch einmal versuchen.',
  sessionExpiredHeading: 'Die Zeit ist um',
  sessionExpiredIntro:
    'Zu Ihrer Sicherheit war diese Seite nur begrenzte Zeit offen. Gehen Sie zurück und beginnen Sie von vorn; es dauert nicht lange.',
  outdatedHeading: 'Ihre Nummer wurde inzwischen geändert',
  outdatedIntro:
    'Diese Seite galt einer früheren Nummer. Gehen Sie dorthin zurück, woher Sie kamen, und bestätigen Sie die neue.',
  linkUsedHeading: 'Dieser Link wurde schon verwendet',
  linkUsedIntro:
    'Er gilt einmal und in einem Browser. Gehen Sie dorthin zurück, woher Sie kamen, und beginnen Sie von vorn.',
  unknownHeading: 'Hier ist nichts',
  unknownIntro:
    'Diese Seite gehört zu einer Bestätigung, die wir nicht kennen. Gehen Sie dorthin zurück, woher Sie kamen, und beginnen Sie von vorn.',
  cookiesHeading: 'Ihr Browser hat kein Cookie behalten',
  cookiesIntro:
    'Diese Seite braucht ein Cookie, um zu wissen, dass Sie es noch sind. Erlauben Sie Cookies für diese Seite und versuchen Sie es noch einmal.',
  staleHeading: 'Diese Seite ist veraltet',
  staleIntro:
    'Was Sie gesendet haben, gehört nicht zu dem, was in diesem Browser offen ist. Nichts wurde geändert.',
  continueHere: 'Dort weitermachen, wo Sie waren',
  unavailableHeading: 'Einen Moment bitte',
  unavailableIntro:
    'Das klappt gerade nicht, und es liegt nicht an Ihnen. Nichts ist verloren: Bitte versuchen Sie es noch einmal.',
  tryAgain: 'Noch einmal versuchen',

  errorSummary: 'Bitte prüfen Sie:',
  back: 'Zurück ohne Bestätigung',
};
