import { clientAddress } from '../../../../functions/lib/web/client-address.private';

describe('clientAddress', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['198.51.100.7, 192.0.2.1', '192.0.2.1'],
    ['192.0.2.1,198.51.100.7 ', '198.51.100.7'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('counts %s as %s', (header, address) => {
    expect(clientAddress(header)).toBe(address);
  });

  test.each([undefined, '', 'unknown', '192.0.2.1,', '192.0.2.1:8080', ['192.0.2.1'], 'x, 192.0.2'])(
    'knows no address in %j',
    (header) => {
      expect(clientAddress(header)).toBeUndefined();
    },
  );
});
