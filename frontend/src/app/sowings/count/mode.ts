import type { Mode } from './visit';

const KEY = 'exsitu:count-mode';

/** The way of counting that was used last on this device. */
export function lastMode(): Mode {
  return localStorage.getItem(KEY) === 'alive' ? 'alive' : 'changes';
}

export function keepMode(mode: Mode): void {
  localStorage.setItem(KEY, mode);
}
