-- The load of bin/bench for wrk: fetches the pixels of many tracks for many readers. All requests are made before the
-- first is sent, so that wrk has little to do meanwhile.
--
-- wrk prepares its threads one after the other, and lets each run as soon as it is prepared; its clock starts when the
-- last is. So the others wait for that one: what they sent before would count, and the time that it took would not.
--
-- Arguments: a file with the ids of the tracks, one in each line; the number of threads; a file that is not there yet,
-- and by which the last thread says that it is prepared.

local ffi = require("ffi")
ffi.cdef("int usleep(unsigned int microseconds);")

local readers = 100000

local userAgents = {
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  "Mozilla/5.0",
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
  "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
  "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
}

local threads = 0

-- Each thread begins elsewhere among the readers.
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

-- No two readers share an address: an odd factor gives each number below 2^24 another one.
local function address(reader)
  local bits = (reader * 2654435761) % 16777216
  return string.format("81.%d.%d.%d", math.floor(bits / 65536), math.floor(bits / 256) % 256, bits % 256)
end

function init(args)
  requests = {}
  at = number * 37987 % readers
  local tracks = {}
  for id in io.lines(args[1]) do
    tracks[#tracks + 1] = id
  end
  for reader = 1, readers do
    requests[reader] = "GET /p/" .. tracks[(reader * 31) % #tracks + 1] .. ".gif HTTP/1.1\r\n"
      .. "Host: mail.example.org\r\n"
      .. "X-Forwarded-For: " .. address(reader) .. "\r\n"
      .. "User-Agent: " .. userAgents[reader % #userAgents + 1] .. "\r\n"
      .. "Accept: image/avif,image/webp,*/*;q=0.8\r\n"
      .. "Accept-Encoding: gzip, deflate, br\r\n\r\n"
  end
  prepared = args[3]
  if number == tonumber(args[2]) - 1 then
    io.open(prepared, "w"):close()
  end
  if number > 0 then
    request = firstRequest
  end
end

local function nextRequest()
  at = at % readers + 1
  return requests[at]
end

-- Ten seconds at most.
local function awaitLastThread()
  for _ = 1, 10000 do
    local file = io.open(prepared)
    if file then
      file:close()
      return
    end
    ffi.C.usleep(1000)
  end
end

function firstRequest()
  awaitLastThread()
  request = nextRequest
  return nextRequest()
end

-- wrk looks at one request of the first thread before it starts any.
function request()
  request = firstRequest
  return nextRequest()
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("mailtrack-bench requests=%d duration=%d connect=%d read=%d write=%d status=%d timeout=%d "
    .. "p50=%d p99=%d p999=%d max=%d\n",
    summary.requests, summary.duration, errors.connect, errors.read, errors.write, errors.status, errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9), latency.max))
end
