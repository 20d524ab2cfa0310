// SPDX-FileCopyrightText: The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PLC directory, PDS and AppView on free ports; their addresses go to the file
// "ready" in the working folder once all of them answer.
import { renameSync, writeFileSync } from 'node:fs'
import { TestNetwork } from '@atproto/dev-env'

const network = await TestNetwork.create({
  dbPostgresSchema: 'bsky',
  pds: { hostname: 'localhost' },
})

async function stop() {
  try {
    await network.close()
  } finally {
    process.exit(0)
  }
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

// A test takes single servers away to see what happens then.
process.on('SIGUSR1', () => network.bsky.close())

writeFileSync('ready.new', JSON.stringify({ plc: network.plc.url, pds: network.pds.url, appview: network.bsky.url }))
renameSync('ready.new', 'ready')
