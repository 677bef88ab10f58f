import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { Component, ElementRef, afterRenderEffect, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../../words';
import { popupRoom } from '../combobox/popup-room';
import { asControl } from '../control';
import { VocabularyControl } from './vocabulary-control';

/** Several values of a vocabulary, in its own order; its value is their codes. */
@Component({
  selector: 'ex-nomenclatures',
  imports: [CdkConnectedOverlay, TranslatePipe],
  providers: [asControl(() => NomenclaturesMenu)],
  templateUrl: './nomenclatures-menu.html',
  styleUrl: './nomenclatures-menu.css',
})
export class NomenclaturesMenu extends VocabularyControl<readonly string[]> {
  private readonly translations = inject(Words);
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  private readonly overlay = viewChild.required(CdkConnectedOverlay);

  /** Key of the translation of what is shown when nothing is chosen. */
  readonly empty = input('record.none');
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly open = signal(false);
  private readonly popup = popupRoom(this.open, () => this.button().nativeElement);
  protected readonly room = this.popup.room;
  protected readonly positions = this.popup.positions;
  protected readonly width = this.popup.width;

  protected readonly shown = computed(() => {
    if (this.vocabulary.isLoading()) return this.translations.of('list.loading');
    const labels = this.offered()
      .filter((value) => this.isChosen(value.code))
      .map((value) => value.label);
    return labels.length === 0 ? this.translations.of(this.empty()) : labels.join(', ');
  });

  constructor() {
    super();
    afterRenderEffect(() => {
      this.room();
      this.width();
      this.shown();
      if (this.open()) this.overlay().overlayRef?.updatePosition();
    });
  }

  override writeValue(codes: readonly string[] | null): void {
    this.codes.set(codes ?? []);
  }

  protected override isChosen(code: string): boolean {
    return this.codes().includes(code);
  }

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected check(code: string): void {
    const wanted = this.isChosen(code) ? this.codes().filter((other) => other !== code) : [...this.codes(), code];
    const order = this.offered().map((value) => value.code);
    this.codes.set([...wanted].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    this.changed(this.codes());
  }

  /** The list closes, not the dialog that it may be in. */
  protected escape(event: Event): void {
    if (!this.open()) return;
    event.stopPropagation();
    this.open.set(false);
    this.button().nativeElement.focus();
  }

  protected leave(event: FocusEvent): void {
    const box = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && box.contains(event.relatedTarget)) return;
    this.open.set(false);
    this.touched();
  }
}
