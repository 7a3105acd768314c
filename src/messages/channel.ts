/** What the addresses and secrets of robots are sealed for. */
export const CHANNEL_SEAL = 'channel';
