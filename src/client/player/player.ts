import { numberedLines } from '../lines/numbered-lines.ts';
import { pageWords } from '../words/page-words.ts';
import { addCursor } from './cursor.ts';
import { playback } from './playback.ts';
import { doingOf, recordedRun } from './recorded-run.ts';

/** Puts the controls of a player in the place of the button that opens it. */
export function openPlayer(timeline: HTMLElement, button: HTMLElement): void {
  const { player: words } = pageWords().run;
  const run = recordedRun(timeline.querySelector('.wide') ?? timeline);
  const { lanes, moments, printed } = run;
  const end = moments.at(-1) ?? 0;
  const cursors = [...timeline.querySelectorAll<SVGSVGElement>('.wide, .tall')].map(addCursor);
  const code = [...document.querySelectorAll(`[data-code="${timeline.dataset.timeline}"] code`)];
  const lines = code.flatMap(numberedLines);
  const said = [...timeline.querySelectorAll<HTMLElement>('.said-lines li')];
  let now = 0;
  let stop: (() => void) | undefined;

  const player = make('div', 'player');
  player.role = 'group';
  player.ariaLabel = words.label;
  const slider = make('input', 'moment');
  Object.assign(slider, {
    type: 'range',
    min: '0',
    max: String(moments.length - 1),
    ariaLabel: words.moment,
  });
  const time = make('output', 'time');
  const status = make('p', 'announced');
  status.ariaLive = 'polite';
  const list = make('ul', 'doing');
  const rows = lanes.map(({ name }) => {
    const row = make('li', '');
    const [label, what] = [make('code', ''), make('span', '')];
    label.textContent = name;
    row.append(label, ' ', what);
    list.append(row);
    return what;
  });

  const show = (at: number, isAnnounced: boolean): void => {
    now = at;
    const doing = lanes.map(lane => doingOf(lane, at));
    for (const [index, { text }] of doing.entries()) (rows[index] as Element).textContent = text;
    for (const move of cursors) move(at);
    const marked = new Set(doing.map(({ line }) => line));
    for (const { at: when, line } of printed) if (Number(when) === at) marked.add(Number(line));
    for (const [number, line] of lines) line.classList.toggle('now', marked.has(number));
    for (const item of said) {
      const own = printed.find(({ number }) => number === item.dataset.number);
      item.classList.toggle('later', Number(own?.at) > at);
    }
    const index = moments.findLastIndex(moment => moment <= at);
    slider.value = String(index);
    slider.ariaValueText = time.textContent = secondsOf(at);
    if (!isAnnounced) return;
    const names = doing.map(({ text }, lane) => `${lanes[lane]?.name} ${text}`);
    status.textContent = `${time.textContent}: ${names.join('; ')}`;
  };
  const pause = (): void => {
    stop?.();
    stop = undefined;
    play.textContent = words.play;
  };
  const stepBy = (step: 1 | -1): void => {
    pause();
    const next = step === 1 ? moments.find(each => each > now) : moments.findLast(each => each < now);
    if (next !== undefined) show(next, true);
  };
  const start = (): void => {
    if (now >= end) show(0, false);
    play.textContent = words.pause;
    stop = playback({ moments, from: now, show: at => show(at, false), onEnd: pause });
  };

  const back = control(words.back, () => stepBy(-1));
  const play = control(words.play, () => (stop === undefined ? start() : pause()));
  const step = control(words.step, () => stepBy(1));
  slider.addEventListener('input', () => {
    pause();
    show(moments[Number(slider.value)] ?? 0, true);
  });
  player.addEventListener('keydown', event => {
    if (event.target === slider || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    // Elsewhere on the page they open the next article.
    event.preventDefault();
    stepBy(event.key === 'ArrowRight' ? 1 : -1);
  });
  player.append(back, play, step, slider, time, list, status);
  button.replaceWith(player);
  show(0, true);
  step.focus();
}

/** A time with three places, so that it does not jump: `0.500 s`. */
function secondsOf(time: number): string {
  const format = { minimumFractionDigits: 3, maximumFractionDigits: 3, useGrouping: false } as const;
  return `${time.toLocaleString(document.documentElement.lang, format)} s`;
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  return element;
}

function control(text: string, act: () => void): HTMLButtonElement {
  const button = make('button', '');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}
