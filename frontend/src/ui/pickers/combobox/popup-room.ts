import { Signal, computed, effect, signal } from '@angular/core';
import { ConnectedPosition } from '@angular/cdk/overlay';
import { Room, bandInSight, roomAround } from './room';

export interface PopupRoom {
  readonly room: Signal<Room>;
  readonly positions: Signal<ConnectedPosition[]>;
  /** That of the field, in pixels. */
  readonly width: Signal<number>;
}

/** Where the popup of a field opens, measured again as the page moves under it. Call it where one may inject. */
export function popupRoom(isOpen: () => boolean, field: () => Element): PopupRoom {
  const room = signal<Room>({ side: 'below', height: 0 });
  const width = signal(0);
  effect((onCleanup) => {
    if (!isOpen()) return;
    const measure = (): void => {
      const box = field().getBoundingClientRect();
      width.set(box.width);
      room.set(roomAround(box, bandInSight()));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(field());
    const listening = new AbortController();
    const { signal } = listening;
    window.visualViewport?.addEventListener('resize', measure, { signal });
    window.visualViewport?.addEventListener('scroll', measure, { signal });
    // Whatever scrolls under it, the body of a dialog too.
    document.addEventListener('scroll', measure, { signal, capture: true, passive: true });
    onCleanup(() => {
      sizes.disconnect();
      listening.abort();
    });
  });
  const positions = computed<ConnectedPosition[]>(() => {
    const [originY, overlayY] = room().side === 'below' ? (['bottom', 'top'] as const) : (['top', 'bottom'] as const);
    return [
      { originX: 'start', originY, overlayX: 'start', overlayY },
      { originX: 'end', originY, overlayX: 'end', overlayY },
    ];
  });
  return { room: room.asReadonly(), positions, width: width.asReadonly() };
}
