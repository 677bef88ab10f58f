import { roomAround } from './room';

describe('roomAround', () => {
  const seen = { top: 0, bottom: 844 };

  it('opens below when there is room', () => {
    expect(roomAround({ top: 100, bottom: 140 }, seen)).toEqual({ side: 'below', height: 400 });
    expect(roomAround({ top: 560, bottom: 600 }, seen)).toEqual({ side: 'below', height: 236 });
  });

  it('opens above a field that is low on the screen', () =>
    expect(roomAround({ top: 700, bottom: 740 }, seen)).toEqual({ side: 'above', height: 400 }));

  it('opens above a field right over the keyboard of a phone', () =>
    expect(roomAround({ top: 300, bottom: 344 }, { top: 0, bottom: 420 })).toEqual({ side: 'above', height: 292 }));

  it('takes the part of the page that is seen when the phone has moved it', () =>
    expect(roomAround({ top: 300, bottom: 344 }, { top: 280, bottom: 640 })).toEqual({ side: 'below', height: 288 }));

  it('takes the larger side when there is little of both', () =>
    expect(roomAround({ top: 90, bottom: 130 }, { top: 0, bottom: 300 })).toEqual({ side: 'below', height: 162 }));
});
