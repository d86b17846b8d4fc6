/** How a run is told to wait, to go on, or to end. */
export class Control {
  cancelled = false;
  private paused = false;
  private single = 0;
  private wake: () => void = () => {};
  pause() {
    this.paused = true;
  }
  resume() {
    this.paused = false;
    this.wake();
  }
  step() {
    this.single++;
    this.wake();
  }
  cancel() {
    this.cancelled = true;
    this.wake();
  }
  get waiting() {
    return this.paused && this.single === 0 && !this.cancelled;
  }
  stepped() {
    if (this.single > 0) this.single--;
  }
  async wait() {
    while (this.waiting) await new Promise<void>((resolve) => (this.wake = resolve));
  }
}

/** Lets messages in. A message channel, because nested timers of 0 ms are held back to 4. */
const channel = new MessageChannel();
export const pause = () =>
  new Promise<void>((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(0);
  });
