/*
 * A load generator that does not wait for the server: requests have intended start times at a fixed rate, and a
 * latency counts from the intended time, so that a server that stalls for a second is seen to stall (wrk would just
 * send less meanwhile: coordinated omission). One thread, keep-alive connections, HTTP/1.1.
 *
 *   openloop --port N --rate PER_SECOND --seconds S [--warmup S] [--connections N] [--paths FILE] [--seed N]
 *            [--in-order 1] [--header 'Name: value'] [PATH]
 *
 * A line of the file of paths is a path, then headers of its own, each after a tab; two tabs begin the body of a POST.
 * Lines are taken at random, or one after the other with --in-order 1.
 * A request takes the connection that has been idle longest; if all are busy it waits, and its waiting counts. With a
 * thousand connections and 200 requests a second this is a thousand readers who think for five seconds.
 * Prints one JSON object; latencies are in milliseconds.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { buffer_size = 64 * 1024, header_size = 8 * 1024, give_up_seconds = 10 };

typedef enum { reading_head, reading_length, reading_chunk_size, reading_chunk, reading_trailer } state_t;

typedef struct {
    int socket;
    int is_open, is_busy, is_waiting_to_write, status, closes;
    state_t state;
    int64_t intended;
    uint64_t body_left;
    const char *request;
    size_t request_length, written;
    size_t held;
    char head[header_size];
} connection_t;

typedef struct {
    char *text;
    size_t length;
} request_t;

static int port = 0, connection_count = 64;
static double rate = 0, seconds = 10, warmup = 3;
static uint64_t seed = 1;
static int is_in_order = 0;
static char extra_headers[header_size] = "";
static request_t *requests;
static size_t request_count;
static connection_t *connections;
/* Idle connections, the one idle longest first: a ring. */
static int *idle;
static int idle_first, idle_count;
static int poll_handle;
static uint32_t *latencies; /* microseconds */
static size_t latency_count, latency_room;
static uint64_t sent, completed, bad_status, broken, connect_failures, bytes_read;
static uint64_t statuses[600];
static int64_t started, measured_from, ends;

static int64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void die(const char *what) {
    fprintf(stderr, "openloop: %s\n", what);
    exit(2);
}

static uint64_t random_number(void) { /* SplitMix64 */
    uint64_t mixed = (seed += 0x9E3779B97F4A7C15ull);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    return mixed ^ (mixed >> 31);
}

/* A path, then headers of its own, each after a tab. Two tabs in a row begin the body of a POST. */
static void add_request(const char *line) {
    requests = realloc(requests, (request_count + 1) * sizeof *requests);
    if (!requests) die("out of memory");
    const char *body = strstr(line, "\t\t");
    size_t head_length = body ? (size_t)(body - line) : strlen(line);
    char *text = NULL;
    size_t length = 0;
    FILE *output = open_memstream(&text, &length);
    if (!output) die("out of memory");
    size_t path = strcspn(line, "\t");
    fprintf(output, "%s %.*s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n", body ? "POST" : "GET", (int)path, line, port);
    for (size_t at = path; at < head_length;) {
        size_t field = strcspn(line + at + 1, "\t");
        fprintf(output, "%.*s\r\n", (int)field, line + at + 1);
        at += field + 1;
    }
    if (body) fprintf(output, "Content-Length: %zu\r\n", strlen(body + 2));
    fprintf(output, "%s\r\n%s", extra_headers, body ? body + 2 : "");
    if (fclose(output) != 0) die("out of memory");
    requests[request_count++] = (request_t){text, length};
}

static void read_paths(const char *file) {
    FILE *input = fopen(file, "r");
    if (!input) die("the file of paths cannot be read");
    char line[4096];
    while (fgets(line, sizeof line, input)) {
        line[strcspn(line, "\r\n")] = 0;
        if (line[0] == '/') add_request(line);
    }
    fclose(input);
}

static void watch(connection_t *c, int how, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = c};
    epoll_ctl(poll_handle, how, c->socket, &event);
}

static int open_connection(connection_t *c) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    c->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (c->socket < 0) return -1;
    /* On this machine connecting is immediate; the socket waits for nothing afterwards. */
    if (connect(c->socket, (struct sockaddr *)&address, sizeof address) < 0) {
        close(c->socket);
        return -1;
    }
    int one = 1;
    setsockopt(c->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    c->is_open = 1;
    c->held = 0;
    c->is_waiting_to_write = 0;
    watch(c, EPOLL_CTL_ADD, EPOLLIN);
    return 0;
}

static void set_idle(connection_t *c) {
    c->is_busy = 0;
    idle[(idle_first + idle_count++) % connection_count] = (int)(c - connections);
}

static void finish(connection_t *c, int is_good, int64_t now) {
    if (c->intended >= measured_from) {
        if (is_good) {
            completed++;
            if (c->status >= 0 && c->status < 600) statuses[c->status]++;
            if ((c->status < 200 || c->status > 299) && c->status != 304) bad_status++;
            if (latency_count < latency_room) {
                int64_t micro = (now - c->intended) / 1000;
                latencies[latency_count++] = micro > UINT32_MAX ? UINT32_MAX : (uint32_t)micro;
            }
        } else {
            broken++;
        }
    }
    if (!is_good || c->closes) {
        close(c->socket);
        c->is_open = 0;
    }
    set_idle(c);
}

static void send_rest(connection_t *c) {
    while (c->written < c->request_length) {
        ssize_t count = send(c->socket, c->request + c->written, c->request_length - c->written,
                             MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count > 0) {
            c->written += (size_t)count;
        } else if (count < 0 && errno == EINTR) {
            continue;
        } else if (count < 0 && errno == EAGAIN) {
            if (!c->is_waiting_to_write) watch(c, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
            c->is_waiting_to_write = 1;
            return;
        } else {
            finish(c, 0, now_ns());
            return;
        }
    }
    if (c->is_waiting_to_write) watch(c, EPOLL_CTL_MOD, EPOLLIN);
    c->is_waiting_to_write = 0;
}

static void begin(int64_t intended) {
    connection_t *c = &connections[idle[idle_first]];
    idle_first = (idle_first + 1) % connection_count;
    idle_count--;
    c->intended = intended;
    c->is_busy = 1;
    c->state = reading_head;
    c->status = 0;
    c->closes = 0;
    c->held = 0;
    static uint64_t turn = 0;
    request_t *request = &requests[(is_in_order ? turn++ : random_number()) % request_count];
    c->request = request->text;
    c->request_length = request->length;
    c->written = 0;
    if (intended >= measured_from) sent++;
    if (!c->is_open && open_connection(c) < 0) {
        if (intended >= measured_from) connect_failures++;
        set_idle(c);
        return;
    }
    send_rest(c);
}

/* The value of a header field in a complete head, or NULL. */
static const char *field(const char *head, const char *name) {
    size_t length = strlen(name);
    for (const char *line = strstr(head, "\r\n"); line && line[2] != '\r'; line = strstr(line + 2, "\r\n")) {
        if (strncasecmp(line + 2, name, length) == 0 && line[2 + length] == ':') {
            const char *value = line + 3 + length;
            while (*value == ' ') value++;
            return value;
        }
    }
    return NULL;
}

/* Reads a complete head; 1 if the answer ends with it, 0 if a body follows, -1 if it is not HTTP. */
static int take_head(connection_t *c) {
    if (strncmp(c->head, "HTTP/1.", 7) != 0) return -1;
    c->status = atoi(c->head + 9);
    const char *connection = field(c->head, "connection"), *length = field(c->head, "content-length");
    c->closes = connection && strncasecmp(connection, "close", 5) == 0;
    if (c->status == 204 || c->status == 304) return 1;
    const char *coding = field(c->head, "transfer-encoding");
    if (coding && strncasecmp(coding, "chunked", 7) == 0) {
        c->state = reading_chunk_size;
        c->body_left = 0;
        return 0;
    }
    if (!length) return -1;
    c->body_left = strtoull(length, NULL, 10);
    c->state = reading_length;
    return c->body_left == 0;
}

/* Takes bytes of an answer; 1 when it is complete, 0 when more must come, -1 when it is broken. */
static int take(connection_t *c, const char *bytes, size_t count) {
    size_t at = 0;
    while (at < count) {
        switch (c->state) {
        case reading_head: {
            if (c->held >= header_size - 1) return -1;
            c->head[c->held++] = bytes[at++];
            c->head[c->held] = 0;
            if (c->held >= 4 && memcmp(c->head + c->held - 4, "\r\n\r\n", 4) == 0) {
                int result = take_head(c);
                c->held = 0;
                if (result != 0) return result;
            }
            break;
        }
        case reading_length: {
            uint64_t part = count - at < c->body_left ? count - at : c->body_left;
            c->body_left -= part;
            at += part;
            if (c->body_left == 0) return 1;
            break;
        }
        case reading_chunk_size:
        case reading_trailer: {
            if (c->held >= header_size - 1) return -1;
            c->head[c->held++] = bytes[at++];
            c->head[c->held] = 0;
            if (c->head[c->held - 1] != '\n') break;
            if (c->state == reading_trailer) {
                int is_last = c->held <= 2;
                c->held = 0;
                if (is_last) return 1;
                break;
            }
            c->body_left = strtoull(c->head, NULL, 16);
            c->held = 0;
            c->state = c->body_left ? reading_chunk : reading_trailer;
            c->body_left += 2; /* the line break after the chunk */
            break;
        }
        case reading_chunk: {
            uint64_t part = count - at < c->body_left ? count - at : c->body_left;
            c->body_left -= part;
            at += part;
            if (c->body_left == 0) c->state = reading_chunk_size;
            break;
        }
        }
    }
    return 0;
}

static void receive(connection_t *c) {
    static char buffer[buffer_size];
    for (;;) {
        ssize_t count = recv(c->socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) return;
        if (!c->is_busy) { /* the server closed an idle connection, as it may */
            close(c->socket);
            c->is_open = 0;
            return;
        }
        if (count <= 0) {
            finish(c, 0, now_ns());
            return;
        }
        bytes_read += (uint64_t)count;
        int result = take(c, buffer, (size_t)count);
        if (result != 0) {
            finish(c, result > 0, now_ns());
            return;
        }
        if ((size_t)count < sizeof buffer) return;
    }
}

static int ascending(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static double percentile(double share) {
    if (latency_count == 0) return 0;
    size_t index = (size_t)(share * (double)latency_count);
    return latencies[index < latency_count ? index : latency_count - 1] / 1000.0;
}

static void report(int64_t finished, uint64_t unanswered, uint64_t never_begun) {
    qsort(latencies, latency_count, sizeof *latencies, ascending);
    double span = (double)(finished - measured_from) / 1e9;
    printf("{\"rate\": %.1f, \"achieved\": %.1f, \"connections\": %d, \"seconds\": %.1f, \"sent\": %lu, "
           "\"completed\": %lu, \"bad_status\": %lu, \"broken\": %lu, \"connect_failures\": %lu, "
           "\"unanswered\": %lu, \"bytes\": %lu, \"p50\": %.3f, \"p90\": %.3f, \"p95\": %.3f, \"p99\": %.3f, "
           "\"p999\": %.3f, \"max\": %.3f, \"statuses\": {",
           rate, span > 0 ? (double)completed / span : 0, connection_count, seconds, sent + never_begun, completed,
           bad_status, broken, connect_failures, unanswered + never_begun, bytes_read, percentile(0.50),
           percentile(0.90), percentile(0.95), percentile(0.99), percentile(0.999), percentile(1));
    const char *separator = "";
    for (int status = 0; status < 600; status++) {
        if (statuses[status] == 0) continue;
        printf("%s\"%d\": %lu", separator, status, statuses[status]);
        separator = ", ";
    }
    printf("}}\n");
}

static void read_arguments(int count, char **arguments) {
    const char *paths = NULL, *path = NULL;
    for (int i = 1; i < count; i++) {
        char *name = arguments[i];
        if (name[0] == '/') {
            path = name;
            continue;
        }
        if (++i >= count) die("an option lacks its value");
        char *value = arguments[i];
        if (!strcmp(name, "--port")) port = atoi(value);
        else if (!strcmp(name, "--rate")) rate = atof(value);
        else if (!strcmp(name, "--seconds")) seconds = atof(value);
        else if (!strcmp(name, "--warmup")) warmup = atof(value);
        else if (!strcmp(name, "--connections")) connection_count = atoi(value);
        else if (!strcmp(name, "--seed")) seed = strtoull(value, NULL, 10);
        else if (!strcmp(name, "--paths")) paths = value;
        else if (!strcmp(name, "--in-order")) is_in_order = atoi(value);
        else if (!strcmp(name, "--header")) {
            size_t used = strlen(extra_headers);
            snprintf(extra_headers + used, sizeof extra_headers - used, "%s\r\n", value);
        } else die("unknown option");
    }
    if (port <= 0 || rate <= 0 || seconds <= 0 || connection_count <= 0) die("--port, --rate, --seconds are needed");
    if (paths) read_paths(paths);
    if (path) add_request(path);
    if (request_count == 0) die("no path");
}

int main(int count, char **arguments) {
    read_arguments(count, arguments);
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    prctl(PR_SET_TIMERSLACK, 1);
    poll_handle = epoll_create1(EPOLL_CLOEXEC);
    connections = calloc((size_t)connection_count, sizeof *connections);
    idle = calloc((size_t)connection_count, sizeof *idle);
    latency_room = (size_t)(rate * seconds) + 16;
    latencies = calloc(latency_room, sizeof *latencies);
    if (poll_handle < 0 || !connections || !idle || !latencies) die("out of memory");
    for (int i = 0; i < connection_count; i++) {
        if (open_connection(&connections[i]) < 0) connect_failures++;
        set_idle(&connections[i]);
    }
    if (connect_failures == (uint64_t)connection_count) die("nobody listens on that port");

    started = now_ns();
    measured_from = started + (int64_t)(warmup * 1e9);
    ends = measured_from + (int64_t)(seconds * 1e9);
    double gap = 1e9 / rate;
    uint64_t next = 0;
    uint64_t planned = (uint64_t)((warmup + seconds) * rate);
    int64_t hard_end = ends + (int64_t)give_up_seconds * 1000000000;
    struct epoll_event events[256];
    for (;;) {
        int64_t now = now_ns();
        while (next < planned && idle_count > 0) {
            int64_t intended = started + (int64_t)((double)next * gap);
            if (intended > now) break;
            begin(intended);
            next++;
        }
        if ((next >= planned && idle_count == connection_count) || now >= hard_end) break;
        struct timespec wait = {0, 100000000};
        if (next < planned && idle_count > 0) {
            int64_t until = started + (int64_t)((double)next * gap) - now_ns();
            if (until < 0) until = 0;
            if (until < 100000000) wait.tv_nsec = until;
        }
        int ready = epoll_pwait2(poll_handle, events, 256, &wait, NULL);
        for (int i = 0; i < ready; i++) {
            connection_t *c = events[i].data.ptr;
            if (!c->is_open) continue;
            if (events[i].events & EPOLLOUT) send_rest(c);
            if (c->is_open && (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))) receive(c);
        }
    }
    uint64_t unanswered = 0;
    for (int i = 0; i < connection_count; i++)
        if (connections[i].is_busy && connections[i].intended >= measured_from) unanswered++;
    uint64_t warm = (uint64_t)(warmup * rate), begun = next > warm ? next : warm;
    int64_t finished = now_ns();
    report(finished < ends ? ends : finished, unanswered, planned > begun ? planned - begun : 0);
    return 0;
}
