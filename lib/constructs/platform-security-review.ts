/**
 * The team that answers for what this blueprint's constructs acknowledge, and the day by which it looks again.
 *
 * One review covers every acknowledgement that spreads it; a decision that cannot wait so long states its own
 * owner and day.
 */
export const platformSecurityReview = { owner: 'platform-security', reviewBy: '2027-11-01' } as const;
