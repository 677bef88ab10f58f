import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  contentChild,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { Combobox as AriaCombobox, ComboboxInput } from '@angular/aria/combobox';
import { Listbox, Option } from '@angular/aria/listbox';
import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { TranslatePipe } from '@ngx-translate/core';
import { Problem } from '@api/problem';
import { Outage } from '../../outage';
import { Words } from '../../words';
import { Chooser } from './chooser';
import { OptionTemplate } from './option-template';
import { Recent } from './recent';
import { popupRoom } from './popup-room';
import { Key, isTyped } from './source';
import { suggestions } from './suggestions';

/**
 * The field and its list of options, for any source. Every picker holds one:
 * `<ex-combobox [chooser]="this"><ng-template [exOption]="source" let-taxon>…</ng-template></ex-combobox>`
 */
@Component({
  selector: 'ex-combobox',
  imports: [NgTemplateOutlet, AriaCombobox, ComboboxInput, Listbox, Option, CdkConnectedOverlay, TranslatePipe],
  templateUrl: './combobox.html',
  styleUrl: './combobox.css',
})
export class Combobox<T, K extends Key> {
  private readonly words = inject(Words);
  private readonly outage = inject(Outage);
  private readonly recent = inject(Recent);

  readonly chooser = input.required<Chooser<T, K>>();
  protected readonly optionTemplate = contentChild<OptionTemplate<T>>(OptionTemplate);

  private readonly combobox = viewChild.required<AriaCombobox<K>>('combobox');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly overlay = viewChild.required(CdkConnectedOverlay);
  private readonly listbox = viewChild<Listbox<K>>(Listbox);
  private readonly options = viewChildren<Option<K>>(Option);

  protected readonly source = computed(() => this.chooser().source);
  /** What is in the field was typed since the form last wrote its value, and is of no option. */
  private readonly typing = linkedSignal<number, boolean>({
    source: () => this.chooser().written(),
    computation: () => false,
  });
  /** What is in the field: what is typed, else the label of what is chosen. */
  protected readonly text = linkedSignal<{ label: string; written: number }, string>({
    source: () => ({ label: this.chooser().label(), written: this.chooser().written() }),
    computation: ({ label }, former) => (former !== undefined && untracked(this.typing) ? former.value : label),
  });
  private readonly query = computed(() => {
    if (!this.combobox().expanded()) return null;
    return this.typing() ? this.text().trim() : '';
  });
  protected readonly found = suggestions<T>(
    this.source,
    this.query,
    computed(() => (this.source().remembers ? this.recent.of(this.source()) : [])),
  );

  protected readonly selected = computed<K[]>(() => {
    const key = this.chooser().key();
    return key === null ? [] : [key];
  });
  protected readonly searches = computed(() => this.source().minLength > 0);
  protected readonly placeholder = computed(() => this.words.of(this.searches() ? 'list.search' : 'pickers.choose'));
  protected readonly failure = computed(() => {
    const problem = this.found.problem();
    return problem === null || problem.status === 0 ? this.words.of('shell.unreachable') : problem.message;
  });
  /** What a screen reader says as the list changes. */
  protected readonly spoken = computed(() => {
    if (!this.combobox().expanded() || this.found.state() !== 'ready') return '';
    const n = this.found.options().length;
    return n === 0 ? this.words.of('pickers.none') : this.words.many('pickers.found', n);
  });

  private readonly popup = popupRoom(
    () => this.combobox().expanded(),
    () => this.field().nativeElement,
  );
  protected readonly room = this.popup.room;
  protected readonly positions = this.popup.positions;
  protected readonly width = this.popup.width;

  protected leaving = false;

  constructor() {
    effect(() => {
      const problem = this.found.problem();
      if (problem !== null) this.outage.say(problem);
    });
    // The first option is the one that Enter takes, once something is typed.
    afterRenderEffect(() => {
      this.options();
      this.found.state();
      const listbox = this.listbox();
      untracked(() => {
        if (this.found.state() === 'ready' && this.typing()) listbox?.gotoFirst();
      });
    });
    afterRenderEffect(() => {
      const active = this.options().find((option) => option.active());
      active?.element.scrollIntoView({ block: 'nearest' });
    });
    afterRenderEffect(() => {
      this.room();
      this.width();
      this.found.options();
      if (this.combobox().expanded()) this.overlay().overlayRef?.updatePosition();
    });
  }

  protected open(event: Event): void {
    if (this.chooser().disabled() || this.combobox().expanded()) return;
    event.preventDefault();
    // What is typed next takes the place of what is chosen.
    if (!this.typing()) this.field().nativeElement.select();
    this.combobox().open();
  }

  protected type(text: string): void {
    this.typing.set(true);
    this.text.set(text);
    this.chooser().type(text);
  }

  /** An option was taken from the list. */
  protected pick([key]: readonly K[]): void {
    // When one leaves the field, what was typed decides (see `leave`): two options may have the same label.
    const option = this.leaving ? undefined : this.found.options().find((found) => this.source().key(found) === key);
    if (option !== undefined) this.choose(option);
  }

  protected enter(event: Event): void {
    if (!this.combobox().expanded() || (this.found.state() === 'ready' && this.found.options().length > 0)) return;
    if (this.found.state() === 'short' && this.options().some((option) => option.active())) return;
    // Nothing to take yet: neither is the form sent.
    event.preventDefault();
    event.stopPropagation();
    void this.chooseTyped();
  }

  protected takeBack(): void {
    if (!this.combobox().expanded() || !this.typing()) return;
    this.typing.set(false);
    this.chooser().restore();
    this.text.set(this.chooser().label());
  }

  protected clear(): void {
    this.typing.set(false);
    this.chooser().type('');
    this.text.set('');
    this.field().nativeElement.focus();
  }

  protected leave(event: FocusEvent): void {
    const container = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && container.contains(event.relatedTarget)) return;
    this.leaving = true;
    if (this.typing()) void this.chooseTyped();
    this.chooser().touched();
  }

  /** Takes the only option that was typed in full: a code that was scanned needs no list. */
  private async chooseTyped(): Promise<void> {
    const [source, text] = [this.source(), this.text().trim()];
    if (text === '') return;
    try {
      const fresh =
        this.found.state() === 'ready'
          ? this.found.options()
          : await source.search(text, new AbortController().signal);
      const typed = fresh.filter((option) => isTyped(source, option, text));
      if (typed.length !== 1 || typed[0] === undefined || !this.typing() || this.text().trim() !== text) return;
      this.choose(typed[0]);
      this.text.set(this.chooser().label());
      this.combobox().close();
    } catch (error) {
      this.outage.say(Problem.from(error));
    }
  }

  private choose(option: T): void {
    this.typing.set(false);
    this.chooser().choose(option);
    if (this.source().remembers) this.recent.add(this.source(), option);
  }
}
