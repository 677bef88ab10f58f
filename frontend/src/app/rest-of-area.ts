import { ApplicationRef, Injectable, inject } from '@angular/core';
import { PreloadingStrategy, Route } from '@angular/router';
import { EMPTY, Observable, catchError, from, switchMap } from 'rxjs';
import { WordFiles, Words } from '@ui/words';

/** Once a screen shows its data, reads the others of its area: where one goes next is there, network or not. */
@Injectable({ providedIn: 'root' })
export class RestOfArea implements PreloadingStrategy {
  private readonly application = inject(ApplicationRef);
  private readonly words = inject(Words);

  preload(route: Route, load: () => Observable<unknown>): Observable<unknown> {
    const words = route.data?.['words'] as WordFiles | undefined;
    if (words === undefined || !this.words.has(words)) return EMPTY;
    // What is not read now is when one goes there.
    return from(this.application.whenStable()).pipe(
      switchMap(load),
      catchError(() => EMPTY),
    );
  }
}
