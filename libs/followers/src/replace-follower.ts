import { type ClientBase } from 'pg';

/**
 * Lets a follower stand where it stands by the same tables of another schema, with what it has parked there. What an
 * operator has said of a parked stream stays.
 */
export async function replaceFollower(client: ClientBase, follower: string, schema: string): Promise<void> {
  const said = ['since', 'dropped_by', 'dropped_at', 'dropped_for'];
  const parked = `follower, stream, revision, position, reason, problem, release_asked, ${said.join(', ')}`;
  await client.query(
    `update ${schema}.parked_streams p set ${said.map((column) => `${column} = known.${column}`).join(', ')}
     from parked_streams known where (known.follower, known.stream_digest) = (p.follower, p.stream_digest)`,
  );
  await client.query('delete from followers where name = $1', [follower]);
  await client.query(`insert into followers select * from ${schema}.followers where name = $1`, [follower]);
  await client.query('delete from parked_streams where follower = $1', [follower]);
  await client.query(
    `insert into parked_streams (${parked}) select ${parked} from ${schema}.parked_streams where follower = $1`,
    [follower],
  );
}
