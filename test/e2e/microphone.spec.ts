/** The one place of the course that uses a device of the reader: Chromium's own beeps stand for a voice. */
import { expect, openExperiment, run, test } from "./support";

declare global {
  interface Window {
    opened: MediaStreamTrack[];
  }
}

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    }),
});

test("the microphone is open only while the reader wants it, and the page has a word for every end of it", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.opened = [];
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      window.opened.push(...stream.getTracks());
      return stream;
    };
  });
  const section = await openExperiment(page, { slug: "pipelines", id: "gain", component: "Pipelines" });
  await run(section);
  const own = section.locator(".dl-own-voice");
  const button = own.getByRole("button");
  const states = () => page.evaluate(() => window.opened.map(({ readyState }) => readyState));
  await expect(own).toContainText("nothing is recorded, kept or sent");
  expect(await states()).toEqual([]);

  await button.click();
  await expect(own).toHaveAttribute("data-microphone", "on");
  await expect(own).toContainText(/[1-9]\d*\.\d of [1-9]\d*\.\d seconds would be sent: \d+ % of the bandwidth saved/);
  const settings = await page.evaluate(() => window.opened[0]!.getSettings());
  expect(settings).toMatchObject({ echoCancellation: false, noiseSuppression: false, autoGainControl: false });
  await button.click();
  await expect(own).toHaveAttribute("data-microphone", "off");
  expect(await states()).toEqual(["ended"]);

  // Another tab comes to the front.
  await button.click();
  await expect(own).toHaveAttribute("data-microphone", "on");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Object.defineProperty(document, "hidden", { configurable: true, value: false });
  });
  await expect(own).toHaveAttribute("data-microphone", "off");
  expect(await states()).toEqual(["ended", "ended"]);

  await button.click();
  await expect(own).toHaveAttribute("data-microphone", "on");
  await page.evaluate(() => window.opened[2]!.dispatchEvent(new Event("ended")));
  await expect(own.getByRole("alert")).toContainText("taken away");
  expect(await states()).toEqual(["ended", "ended", "ended"]);

  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await button.click();
  await expect(own.getByRole("alert")).toContainText("does not let this page use the microphone");
});
