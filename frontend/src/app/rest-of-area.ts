import { Injectable, inject } from '@angular/core';
import { PreloadingStrategy, Route } from '@angular/router';
import { EMPTY, Observable, catchError, firstValueFrom, from } from 'rxjs';
import { Background } from '@ui/background';
import { WordFiles, Words } from '@ui/words';

/** Once a screen shows its data, reads the others of its area: where one goes next is there, network or not. */
@Injectable({ providedIn: 'root' })
export class RestOfArea implements PreloadingStrategy {
  private readonly background = inject(Background);
  private readonly words = inject(Words);

  preload(route: Route, load: () => Observable<unknown>): Observable<unknown> {
    const words = route.data?.['words'] as readonly WordFiles[] | undefined;
    if (words === undefined || !words.every((one) => this.words.has(one))) return EMPTY;
    // What is not read now is when one goes there.
    return from(this.background.read(() => firstValueFrom(load(), { defaultValue: null }))).pipe(catchError(() => EMPTY));
  }
}
