import { Injectable, inject } from '@angular/core';
import { OverlayContainer } from '@angular/cdk/overlay';
import { ELEMENT } from './tokens';

/** Dialogs and menus are drawn inside the element, where our styles reach them and the host's page is left alone. */
@Injectable()
export class ElementOverlayContainer extends OverlayContainer {
  private readonly element = inject(ELEMENT);

  protected override _createContainer(): void {
    super._createContainer();
    if (this._containerElement) this.element.append(this._containerElement);
  }
}
