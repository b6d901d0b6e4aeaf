/** What a control tells the page; `settled` is false while a slider is dragged. */
export interface LabChange {
  name: string;
  value: string;
  settled: boolean;
}

const MILLIS = 40;

/** Paces the changes of one control: at most one per 40 ms while dragging, the last one always. */
export class ChangePacer {
  private timer = 0;
  private sentAt = -MILLIS;
  private pending?: LabChange;
  private sent = '';

  constructor(private readonly tell: (change: LabChange) => void) {}

  send(change: LabChange): void {
    this.pending = change;
    const wait = this.sentAt + MILLIS - performance.now();
    if (change.settled || wait <= 0) {
      this.flush();
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(() => this.flush(), wait);
    }
  }

  /** Forgets what waits, when the control goes. */
  drop(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.pending = undefined;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const change = this.pending;
    this.pending = undefined;
    const text = change ? `${change.name}=${change.value}=${change.settled}` : '';
    if (!change || (text === this.sent && !change.settled)) {
      return;
    }
    this.sent = text;
    this.sentAt = performance.now();
    this.tell(change);
  }
}
