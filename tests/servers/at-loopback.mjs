// SPDX-FileCopyrightText: The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The test network listens on every interface of the machine. Loaded before
// it, this makes each listen() of the process that names no host bind 127.0.0.1.
import net from 'node:net'

const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (first, ...rest) {
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))
  if (isPort && typeof rest[0] !== 'string') {
    rest.unshift('127.0.0.1')
  } else if (first && typeof first === 'object' && first.port !== undefined && !first.host) {
    first = { ...first, host: '127.0.0.1' }
  }
  return listen.call(this, first, ...rest)
}
