// The graph of a long novel is there at once and follows the hand. Measured in the time that the page's own
// thread works, so that it does not matter what else the machine does; the time on the clock is told beside it.
import type { CDPSession, Page } from '@playwright/test'

import { drawn, openLongNovel } from './graphs'
import { choose, expect, test } from './test'

/** Seconds that the page's thread has worked. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
}

for (const [screen, viewport] of Object.entries({ desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } })) {
  test(`a graph of 100 characters is drawn within a second and follows the hand, on a ${screen}`, async ({ page, reader }) => {
    await page.setViewportSize(viewport)
    await choose(page, 'ar')
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })

    const release = await openLongNovel(page, reader)
    // What else the page does at its start is over then.
    await page.waitForTimeout(2000)
    const before = await workOf(session)
    const clock = Date.now()
    release()
    await expect(drawn(page)).toBeVisible()
    const [toDraw, onTheClock] = [(await workOf(session)) - before, Date.now() - clock]

    const pan = await gesture(page, session, (x, y) => move(page, x, y))
    const zoom = await gesture(page, session, (x, y) => turnTheWheel(page, x, y))

    console.log(JSON.stringify({ screen, toDraw, onTheClock, pan, zoom }))
    expect(toDraw, 'seconds of work from the answer to the drawn graph').toBeLessThan(1)
    for (const { perFrame, median } of [pan, zoom]) {
      expect(perFrame, 'milliseconds of work in a frame').toBeLessThan(1000 / 60)
      expect(median, 'milliseconds from frame to frame').toBeLessThan(1000 / 30)
    }
  })
}

interface Smoothness {
  frames: number
  median: number
  slow: number
  perFrame: number
}

async function gesture(page: Page, session: CDPSession, act: (x: number, y: number) => Promise<void>): Promise<Smoothness> {
  const box = await drawn(page).boundingBox()
  if (!box) throw new Error('The graph has no place on the page.')
  // The picture comes to rest first: names are written once a zoom is over.
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    let last = performance.now()
    const note = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  const before = await workOf(session)
  await act(box.x + box.width / 2, box.y + box.height / 2)
  const worked = (await workOf(session)) - before
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  const sorted = frames.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? NaN)
  return { frames: frames.length, median: at(0.5), slow: at(0.95), perFrame: (worked * 1000) / frames.length }
}

async function move(page: Page, x: number, y: number): Promise<void> {
  // From a corner, where nobody stands who would be dragged along.
  const [left, bottom] = [x - 150, y + 150]
  await page.mouse.move(left, bottom)
  await page.mouse.down()
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(left + 80 * Math.sin(step / 8), bottom - 40 + 40 * Math.cos(step / 8))
  }
  await page.mouse.up()
}

async function turnTheWheel(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y)
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(0, step < 20 ? -60 : 60)
    await page.waitForTimeout(16)
  }
}
