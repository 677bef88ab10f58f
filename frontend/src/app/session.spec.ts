import { TestBed } from '@angular/core/testing';
import { Api } from '@api/api';
import { HOST } from '@host/tokens';
import { Session } from './session';

describe('who is logged in', () => {
  /** A session whose service answers the token that was sent, and counts how often it was asked. */
  function open() {
    let asked = 0;
    const GET = () => {
      asked++;
      const data = { name: localStorage.getItem('gn_id_token') };
      return Promise.resolve({ data, response: new Response('{}') });
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { GET } },
        { provide: HOST, useValue: { cruved: {} } },
      ],
    });
    return { session: TestBed.inject(Session), times: () => asked };
  }

  afterEach(() => localStorage.clear());

  it('is asked once when it is asked early', async () => {
    localStorage.setItem('gn_id_token', 'one');
    const { session, times } = open();
    session.begin();
    expect((await session.load()).name).toBe('one');
    expect(times()).toBe(1);
  });

  it('is asked again when somebody else has logged in since', async () => {
    localStorage.setItem('gn_id_token', 'one');
    const { session } = open();
    session.begin();
    localStorage.setItem('gn_id_token', 'other');
    expect((await session.load()).name).toBe('other');
  });

  it('is not asked before there is a token', () => {
    const { session, times } = open();
    session.begin();
    expect(times()).toBe(0);
  });
});
