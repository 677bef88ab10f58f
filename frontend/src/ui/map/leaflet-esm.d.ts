/** Leaflet as a module: its UMD main would replace the host's `L` and lose its plugins. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
