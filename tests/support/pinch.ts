import type { Page } from 'playwright-core';

/** How much larger a page of a touch screen is shown after two fingers have made it twice as large; 1 where it forbids that. */
export async function scaleAfterPinch(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizePinchGesture', { x: 180, y: 300, scaleFactor: 2, relativeSpeed: 4000 });
  await session.detach();
  return page.evaluate<number>('visualViewport.scale');
}
