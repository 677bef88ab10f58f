import { InjectionToken } from '@angular/core';
import { HostContext, Language, MapSettings } from './context';

/** The page that holds the bundle. */
export const HOST = new InjectionToken<HostContext>('host');

/** The language of the screens: it does not change while the application lives (see `Application.restart`). */
export const LANGUAGE = new InjectionToken<Language>('language');

/** Base maps and where the map starts. */
export const MAP_SETTINGS = new InjectionToken<MapSettings>('map settings');

/** `page` when the bundle is its own page, `module` inside GeoNature. */
export const DOOR = new InjectionToken<'page' | 'module'>('door');

/** The element in which all is drawn, dialogs included. */
export const ELEMENT = new InjectionToken<HTMLElement>('element');
